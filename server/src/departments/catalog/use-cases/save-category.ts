import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { cleanRichText } from '../../../host/rich-text/rich-text.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planCategoryChange, planCategoryMove, type CategoryDraft, type CategoryMove } from '../domain/category.ts'
import type { Texts } from '../domain/product.ts'
import { textsChanged } from '../domain/translation.ts'
import { refusals } from '../domain/refusals.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import { lockCategories } from '../store/locks.ts'
import { writeCategory, writePlaces } from '../store/write-category.ts'
import { checkPlacing } from './check-placing.ts'

export interface SavedCategory {
  readonly categoryId: string
  readonly changed: boolean
  readonly version: number
}

/** Creates the category with this handle, or brings it to what the draft says; the same draft twice changes nothing. */
export async function saveCategory(ctx: Context, draft: CategoryDraft): Promise<Result<SavedCategory>> {
  const placing = await checkPlacing(draft)
  if (!placing.ok) return placing
  return carryOut(ctx, await lockCategories(ctx), draft)
}

/** Refuses a handle that is taken: what staff do with "New category". */
export async function createCategory(ctx: Context, draft: CategoryDraft): Promise<Result<SavedCategory>> {
  const placing = await checkPlacing(draft)
  if (!placing.ok) return placing
  const all = await lockCategories(ctx)
  const { handle } = draft
  if (all.some((one) => one.handle === handle)) return refusals.handle_taken({ field: 'handle', params: { handle } })
  return carryOut(ctx, all, draft)
}

export interface CategoryChange {
  readonly id: string
  /** The one that the person saw; whoever only sets the picture takes nothing from anybody. */
  readonly version: number | undefined
  readonly changes: Partial<Omit<CategoryDraft, 'id' | 'position' | 'parentHandle'>>
}

export async function changeCategory(ctx: Context, change: CategoryChange): Promise<Result<SavedCategory>> {
  const { id, version, changes } = change
  const placing = await checkPlacing(changes)
  if (!placing.ok) return placing
  const all = await lockCategories(ctx)
  const existing = all.find((one) => one.id === id)
  if (!existing) return shelfRefusals.category_not_found()
  if (version !== undefined && existing.version !== version) {
    return hostRefusals.version_conflict({ params: { version: existing.version } })
  }
  return carryOut(ctx, all, { handle: existing.handle, ...changes, id })
}

type Tree = Awaited<ReturnType<typeof lockCategories>>

async function carryOut(ctx: Context, all: Tree, draft: CategoryDraft): Promise<Result<SavedCategory>> {
  const plan = planCategoryChange(all, { ...draft, descriptions: draft.descriptions && cleaned(draft.descriptions) })
  if (!plan.ok) return plan
  const { existing, after, changes } = plan.value
  const categoryId = existing?.id ?? ctx.newId<'category'>()
  if (existing && changes.length === 0) return ok({ categoryId, changed: false, version: existing.version })
  const version = (existing?.version ?? 0) + 1
  writeCategory(ctx, { ...after, id: categoryId, version })
  told(ctx, { categoryId, version, changes })
  return ok({ categoryId, changed: true, version })
}

/** Texts that may carry restricted HTML: nothing else is kept. */
export function cleaned(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, cleanRichText(text)]))
}

/** To another place in the tree. The whole of it is locked, so that no two moves close a circle. */
export async function moveCategory(ctx: Context, move: CategoryMove): Promise<Result<SavedCategory>> {
  const plan = planCategoryMove(await lockCategories(ctx), move)
  if (!plan.ok) return plan
  const { moved, changes, others } = plan.value
  const saved = { categoryId: moved.id, version: moved.version }
  if (changes.length === 0 && others.length === 0) return ok({ ...saved, changed: false })
  writeCategory(ctx, moved)
  writePlaces(ctx, others)
  told(ctx, { ...saved, changes })
  return ok({ ...saved, changed: true })
}

interface Told {
  readonly categoryId: string
  readonly version: number
  readonly changes: readonly { field: string; before: unknown; after: unknown }[]
}

function told(ctx: Context, { categoryId, version, changes }: Told): void {
  markCatalogChanged(ctx)
  ctx.audit({ action: 'catalog:write', objectType: 'category', objectId: categoryId, version, changes })
  noteTexts(ctx, textsChanged({ kind: 'category', recordId: categoryId }, changes))
}
