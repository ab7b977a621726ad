import { draftBack } from './draft-back.ts'
import type { ImportChange, ImportedProductRecord, KeptChange } from './import-record.ts'
import type { Product, ProductDraft } from './product.ts'

export interface UndoPlan {
  /** What sets the product back; undefined where nothing of it is to be changed. */
  readonly draft: ProductDraft | undefined
  /** Of these the draft sets back. */
  readonly back: readonly ImportChange[]
  readonly kept: readonly KeptChange[]
}

/** Of prices, costs and stock, which are other departments' to set back. */
export const isOfOthers = ({ field }: ImportChange): boolean => /^(?:price|cost|stock)\./.test(field)

/**
 * How a product comes back to where it was before an import: each field, where nobody changed it since. What the import made is
 * taken out of the shop and kept as a draft, for orders, counts and the trail may speak of it already.
 */
export function planUndo(product: Product | undefined, { created, differences }: ImportedProductRecord): UndoPlan {
  const own = differences.filter((change) => !isOfOthers(change))
  if (!product) return { draft: undefined, back: [], kept: own.map((change) => ({ ...change, reason: 'no_way_back' })) }
  if (created) {
    const draft = product.state === 'published' ? { handle: product.handle, state: 'draft' as const } : undefined
    return { draft, back: [], kept: [] }
  }
  const back = own.filter((change) => same(valueNow(product, change), change.after))
  const kept = own.filter((change) => !back.includes(change))
  const draft = back.length === 0 ? undefined : draftOf(product, back)
  return { draft, back, kept: kept.map((change) => ({ ...change, reason: 'changed_since' })) }
}

function draftOf(product: Product, back: readonly ImportChange[]): ProductDraft {
  const draft = draftBack(
    product,
    back.map(({ sku, field, before }) => ({ field: sku === null ? field : `variants.${sku}.${field}`, before })),
  )
  const state = back.find(({ sku, field }) => sku === null && field === 'state')
  return state ? { ...draft, state: state.before as Product['state'] } : draft
}

function valueNow(product: Product, { sku, field }: ImportChange): unknown {
  if (sku !== null) return valueOfVariant(product, sku, field)
  if (field === 'variantOrder') return product.variants.filter(({ retired }) => !retired).map((variant) => variant.sku)
  const [head = '', ...rest] = field.split('.')
  const value = (product as unknown as Record<string, unknown>)[head]
  if (rest.length === 0) return value ?? null
  return (value as Record<string, unknown> | undefined)?.[rest.join('.')] ?? null
}

function valueOfVariant(product: Product, sku: string, field: string): unknown {
  const variant = product.variants.find((one) => one.sku === sku)
  if (!variant) return undefined
  if (field === 'variant') return variant.retired ? null : sku
  if (field.startsWith('attributes.')) return variant.attributes[field.slice('attributes.'.length)] ?? null
  return (variant as unknown as Record<string, unknown>)[field] ?? null
}

/** jsonb gives members back in an order of its own. */
export const same = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b)

function ordered(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
