import type { Refused } from '../../../kernel/result.ts'
import type { Definitions } from './definitions.ts'
import { publicationRefusal } from './judge-publication.ts'
import { planProductChange, type ProductPlan } from './plan-product-change.ts'
import type { Product, ProductDraft } from './product.ts'
import type { PublicationNeeds } from './publication-needs.ts'

export type BulkAction =
  | { readonly action: 'publish' | 'unpublish' }
  | { readonly action: 'set-category'; readonly categoryId: string | null }
  | { readonly action: 'add-tag' | 'remove-tag'; readonly tag: string }

export const MOST_AT_ONCE = 1_000
export const UNDO_HOURS = 24

/** What a bulk action may touch, and what it takes to take it back. */
export type BulkValues = Partial<Pick<Product, 'state' | 'categoryId' | 'tags'>>

export type BulkStep =
  | { readonly product: Product; readonly plan: ProductPlan; readonly before: BulkValues; readonly after: BulkValues }
  | { readonly product: Product; readonly refused: Refused }

/** Each product judged by itself, as if it were changed alone. */
export function planBulk(products: readonly Product[], action: BulkAction, judge: Judging): BulkStep[] {
  return products.map((product) => stepTo(product, valuesAfter(product, action), judge))
}

/** What the shop asks of a product, and of one that goes into it. */
export interface Judging {
  readonly definitions: Definitions
  readonly needsOf: (productId: string) => PublicationNeeds
}

/** Back to what stood there, for products that nobody has changed since. */
export function stepTo(product: Product, after: BulkValues, { definitions, needsOf }: Judging): BulkStep {
  const draft: ProductDraft = { handle: product.handle, ...after }
  const plan = planProductChange(product, draft, definitions)
  if (!plan.ok) return { product, refused: plan }
  const published = plan.value.after.state === 'published' && product.state !== 'published'
  const unfit = published ? publicationRefusal(plan.value.after, definitions, needsOf(product.id)) : undefined
  if (unfit) return { product, refused: unfit }
  return { product, plan: plan.value, before: pick(product, after), after }
}

function valuesAfter(product: Product, action: BulkAction): BulkValues {
  switch (action.action) {
    case 'publish':
      return { state: 'published' }
    case 'unpublish':
      return { state: 'draft' }
    case 'set-category':
      return { categoryId: action.categoryId }
    case 'add-tag':
      return { tags: product.tags.includes(action.tag) ? product.tags : [...product.tags, action.tag] }
    case 'remove-tag':
      return { tags: product.tags.filter((tag) => tag !== action.tag) }
  }
}

function pick(product: Product, fields: BulkValues): BulkValues {
  return {
    ...('state' in fields ? { state: product.state } : {}),
    ...('categoryId' in fields ? { categoryId: product.categoryId } : {}),
    ...('tags' in fields ? { tags: product.tags } : {}),
  }
}
