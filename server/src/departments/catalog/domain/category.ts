import { ok, type Result } from '../../../kernel/result.ts'
import { handleFlaws } from './check-product.ts'
import { mergedTexts, sameTexts, textFlaws } from './check-texts.ts'
import { together } from './together.ts'
import { LIMITS, type Texts } from './product.ts'
import { refusals } from './refusals.ts'

export interface Category {
  readonly id: string
  readonly handle: string
  readonly parentId: string | null
  readonly names: Texts
  readonly position: number
  readonly version: number
}

/** What is left out stays as it is; on a new category it lies at the top, behind its siblings. */
export interface CategoryDraft {
  readonly handle: string
  readonly names?: Texts | undefined
  /** `null` lifts it to the top. */
  readonly parentHandle?: string | null | undefined
  readonly position?: number | undefined
}

export interface CategoryPlan {
  readonly existing: Category | undefined
  readonly after: Omit<Category, 'id' | 'version'>
  readonly changes: readonly { field: string; before: unknown; after: unknown }[]
}

/** `all` is every category of the shop: a tree can only be judged whole. */
export function planCategoryChange(all: readonly Category[], draft: CategoryDraft): Result<CategoryPlan> {
  const existing = all.find((category) => category.handle === draft.handle)
  const parent = all.find((category) => category.handle === draft.parentHandle)
  if (typeof draft.parentHandle === 'string' && !parent) return refusals.unknown_category({ field: 'parentHandle' })
  const parentId = draft.parentHandle === undefined ? (existing?.parentId ?? null) : (parent?.id ?? null)
  if (existing && isWithin(all, parentId, existing.id))
    return refusals.category_inside_itself({ field: 'parentHandle' })
  const siblings = all.filter((category) => category.parentId === parentId)
  const after = {
    handle: draft.handle,
    names: mergedTexts(existing?.names ?? {}, draft.names),
    parentId,
    position: draft.position ?? existing?.position ?? Math.max(0, ...siblings.map((one) => one.position)) + 1,
  }
  const flaws = [
    ...handleFlaws(after.handle),
    ...textFlaws(after.names, { field: 'names', max: LIMITS.name, required: true }),
  ]
  return flaws.length > 0 ? together(flaws) : ok({ existing, after, changes: changesOf(existing, after) })
}

function isWithin(all: readonly Category[], from: string | null, ancestor: string): boolean {
  const byId = new Map(all.map((category) => [category.id, category]))
  for (let id = from, steps = 0; id !== null && steps <= all.length; steps++) {
    if (id === ancestor) return true
    id = byId.get(id)?.parentId ?? null
  }
  return false
}

function changesOf(existing: Category | undefined, after: CategoryPlan['after']): CategoryPlan['changes'] {
  const plain = (['parentId', 'position'] as const)
    .filter((field) => existing?.[field] !== after[field])
    .map((field) => ({ field, before: existing?.[field] ?? null, after: after[field] }))
  if (existing && sameTexts(existing.names, after.names)) return plain
  return [...plain, { field: 'names', before: existing?.names ?? null, after: after.names }]
}
