/**
 * What a product is: goods; several of them for one price; files to download; something done for somebody; a voucher for an amount.
 * It keeps it for good.
 */
export const PRODUCT_KINDS = ['physical', 'bundle', 'digital', 'service', 'gift_card'] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

/** Those that lie on no shelf: nobody packs them, and there are always enough. */
const INTANGIBLE: ReadonlySet<string> = new Set(['digital', 'service', 'gift_card'] satisfies ProductKind[])

/**
 * Whether a line of this kind is taken from the stock and brought to somebody. All ask here: baskets, checkout, orders. Of a bundle its
 * components are asked, each for itself; by itself it counts as goods.
 */
export function needsDelivery(kind: string): boolean {
  return !INTANGIBLE.has(kind)
}
