import { ok, type Result } from '../../../kernel/result.ts'
import { handleFlaws } from './check-product.ts'
import { mergedTexts, sameTexts, textFlaws } from './check-texts.ts'
import { together } from './together.ts'
import { checkPageTexts, mergedPageTexts, NO_PAGE_TEXTS, type PageTexts } from './page-texts.ts'
import { LIMITS, type Texts } from './product.ts'
import { refusals } from './refusals.ts'
import { shelfRefusals } from './shelf-refusals.ts'
import type { Placing } from './taxonomy.ts'

export interface Category extends PageTexts, Placing {
  readonly id: string
  readonly handle: string
  readonly parentId: string | null
  readonly names: Texts
  readonly position: number
  /** With all below it, out of the shop's menus and pages. */
  readonly hidden: boolean
  readonly imageFileId: string | null
  readonly version: number
}

/** What is left out stays as it is; on a new category it lies at the top, behind its siblings. */
export interface CategoryDraft {
  /** Of the category that is meant; without it, the one with this handle. */
  readonly id?: string | undefined
  readonly handle: string
  readonly names?: Texts | undefined
  /** `null` lifts it to the top. */
  readonly parentHandle?: string | null | undefined
  readonly position?: number | undefined
  readonly descriptions?: Texts | undefined
  readonly seoTitles?: Texts | undefined
  readonly seoDescriptions?: Texts | undefined
  readonly hidden?: boolean | undefined
  readonly imageFileId?: string | null | undefined
  readonly taxonomyId?: string | null | undefined
  readonly googleId?: string | null | undefined
}

export interface CategoryPlan {
  readonly existing: Category | undefined
  readonly after: Omit<Category, 'id' | 'version'>
  readonly changes: readonly { field: string; before: unknown; after: unknown }[]
}

/** `all` is every category of the shop: a tree can only be judged whole. */
export function planCategoryChange(all: readonly Category[], draft: CategoryDraft): Result<CategoryPlan> {
  const existing = all.find(({ id, handle }) => (draft.id === undefined ? handle === draft.handle : id === draft.id))
  if (draft.id !== undefined && !existing) return shelfRefusals.category_not_found()
  const { handle } = draft
  if (all.some((one) => one.handle === handle && one.id !== existing?.id))
    return refusals.handle_taken({ field: 'handle', params: { handle } })
  const parent = all.find((category) => category.handle === draft.parentHandle)
  if (typeof draft.parentHandle === 'string' && !parent) return refusals.unknown_category({ field: 'parentHandle' })
  const parentId = draft.parentHandle === undefined ? (existing?.parentId ?? null) : (parent?.id ?? null)
  if (existing && isWithin(all, parentId, existing.id))
    return refusals.category_inside_itself({ field: 'parentHandle' })
  const siblings = all.filter((category) => category.parentId === parentId)
  const before = existing ?? BLANK
  const after = {
    handle,
    names: mergedTexts(before.names, draft.names),
    parentId,
    position:
      draft.position ?? existing?.position ?? siblings.reduce((most, one) => Math.max(most, one.position), 0) + 1,
    ...mergedPageTexts(before, draft),
    hidden: draft.hidden ?? before.hidden,
    imageFileId: draft.imageFileId === undefined ? before.imageFileId : draft.imageFileId,
    taxonomyId: draft.taxonomyId === undefined ? before.taxonomyId : draft.taxonomyId,
    googleId: draft.googleId === undefined ? before.googleId : draft.googleId,
  }
  const flaws = [
    ...handleFlaws(after.handle),
    ...textFlaws(after.names, { field: 'names', max: LIMITS.name, required: true }),
    ...checkPageTexts(after),
  ]
  return flaws.length > 0 ? together(flaws) : ok({ existing, after, changes: changesOf(existing, after) })
}

const BLANK = {
  names: {},
  ...NO_PAGE_TEXTS,
  hidden: false,
  imageFileId: null,
  taxonomyId: null,
  googleId: null,
} as const

export interface CategoryMove {
  readonly id: string
  /** `null` lifts it to the top. */
  readonly parentId: string | null
  /** It comes to lie before this one of its new neighbours; `null` behind them all. */
  readonly beforeId: string | null
}

export interface MovePlan {
  readonly moved: Category
  readonly changes: CategoryPlan['changes']
  /** Neighbours that make room: only their place changes. */
  readonly others: readonly { readonly id: string; readonly position: number }[]
}

/** Where it lies already, nothing is to be done: then there are neither changes nor others. */
export function planCategoryMove(all: readonly Category[], { id, parentId, beforeId }: CategoryMove): Result<MovePlan> {
  const existing = all.find((one) => one.id === id)
  if (!existing) return shelfRefusals.category_not_found()
  if (parentId !== null && !all.some((one) => one.id === parentId))
    return refusals.unknown_category({ field: 'parentId' })
  if (isWithin(all, parentId, id)) return refusals.category_inside_itself({ field: 'parentId' })
  const neighbours = all.filter((one) => one.parentId === parentId && one.id !== id).toSorted(byPlace)
  const at = beforeId === null ? neighbours.length : neighbours.findIndex((one) => one.id === beforeId)
  if (at < 0) return refusals.unknown_category({ field: 'beforeId' })
  const wanted = [...neighbours.slice(0, at), existing, ...neighbours.slice(at)]
  const before = all.filter((one) => one.parentId === parentId).toSorted(byPlace)
  if (existing.parentId === parentId && before.every((one, place) => one.id === wanted[place]?.id)) {
    return ok({ moved: existing, changes: [], others: [] })
  }
  const moved = { ...existing, parentId, position: at + 1, version: existing.version + 1 }
  const others = wanted.flatMap((one, place) =>
    one.id === id || one.position === place + 1 ? [] : [{ id: one.id, position: place + 1 }],
  )
  return ok({ moved, changes: changesOf(existing, moved), others })
}

const byPlace = (a: Category, b: Category) => a.position - b.position || (a.id < b.id ? -1 : 1)

function isWithin(all: readonly Category[], from: string | null, ancestor: string): boolean {
  const byId = new Map(all.map((category) => [category.id, category]))
  for (let id = from, steps = 0; id !== null && steps <= all.length; steps++) {
    if (id === ancestor) return true
    id = byId.get(id)?.parentId ?? null
  }
  return false
}

const PLAIN = ['handle', 'parentId', 'position', 'hidden', 'imageFileId', 'taxonomyId', 'googleId'] as const
const TEXTS = ['names', 'descriptions', 'seoTitles', 'seoDescriptions'] as const

function changesOf(existing: Category | undefined, after: CategoryPlan['after']): CategoryPlan['changes'] {
  const plain = PLAIN.filter((field) => existing?.[field] !== after[field]).map((field) => ({
    field,
    before: existing?.[field] ?? null,
    after: after[field],
  }))
  const texts = TEXTS.filter((field) => !sameTexts(existing?.[field] ?? {}, after[field])).map((field) => ({
    field,
    before: existing?.[field] ?? null,
    after: after[field],
  }))
  // A new one is told of by what was said of it, not by what was left out.
  return [...plain, ...texts].filter((change) => existing !== undefined || (change.after ?? false) !== false)
}
