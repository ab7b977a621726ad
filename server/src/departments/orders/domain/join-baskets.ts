import { MAX_BUNDLES_OF_LINE, MAX_COUPONS, MAX_LINES, MAX_OF_LINE, type BasketLine } from './basket.ts'

/** What becomes of two baskets at sign-in; the first is the usual one (docs/guides/policies.md). */
export const JOIN_POLICIES = ['add_up', 'larger', 'guest', 'customer'] as const
export type JoinPolicy = (typeof JOIN_POLICIES)[number]

/** A bundle as it was chosen; `choiceKey` is the same for the same choices. */
export interface BundleHeld {
  readonly variantId: string
  readonly choiceKey: string
  readonly quantity: number
}

export interface BasketContent<Bundle extends BundleHeld = BundleHeld> {
  readonly lines: readonly BasketLine[]
  readonly bundles: readonly Bundle[]
  readonly coupons: readonly string[]
}

/** Pieces that were in one of the two and are in the basket no more; the shopper is told. */
export interface LeftOut {
  readonly variantId: string
  readonly quantity: number
  readonly because: 'policy' | 'limit' | 'too_many_lines'
}

export interface JoinedContent<Bundle extends BundleHeld = BundleHeld> extends BasketContent<Bundle> {
  readonly leftOut: readonly LeftOut[]
}

interface Baskets<Bundle extends BundleHeld> {
  readonly guest: BasketContent<Bundle>
  readonly customer: BasketContent<Bundle>
  /** The largest number not above a wish that an order may have of a variant. */
  readonly within?: (variantId: string, wish: number) => number
}

/**
 * Two baskets as one. What the customer had comes first and stays whole before anything is added. An empty basket never takes
 * anything away, whatever the policy: nobody chose it.
 */
export function joinBaskets<Bundle extends BundleHeld>(
  policy: JoinPolicy,
  { guest, customer, within = (_, wish) => wish }: Baskets<Bundle>,
): JoinedContent<Bundle> {
  const kept = { guest: isEmpty(guest) ? 'customer' : 'guest', customer: isEmpty(customer) ? 'guest' : 'customer' }
  const only = policy === 'guest' || policy === 'customer' ? kept[policy] : undefined
  if (only !== undefined) {
    const [stays, goes] = only === 'guest' ? [guest, customer] : [customer, guest]
    return { ...stays, leftOut: lost(goes, stays) }
  }
  const counted = policy === 'larger' ? Math.max : (a: number, b: number) => a + b
  const leftOut: LeftOut[] = []
  const lines = together(customer.lines, guest.lines, {
    same: (line) => line.variantId,
    counted,
    most: ({ variantId }, wish) => Math.min(MAX_OF_LINE, within(variantId, wish)),
    room: MAX_LINES,
    leftOut,
  })
  const bundles = together(customer.bundles, guest.bundles, {
    same: (bundle) => `${bundle.variantId} ${bundle.choiceKey}`,
    counted,
    most: ({ variantId }, wish) => Math.min(MAX_BUNDLES_OF_LINE, within(variantId, wish)),
    room: MAX_LINES - lines.length,
    leftOut,
  })
  const coupons = [...new Set([...customer.coupons, ...guest.coupons])].slice(0, MAX_COUPONS)
  return { lines, bundles, coupons, leftOut }
}

const isEmpty = ({ lines, bundles }: BasketContent) => lines.length + bundles.length === 0

interface Rule<Item> {
  readonly same: (item: Item) => string
  readonly counted: (own: number, added: number) => number
  readonly most: (item: Item, wish: number) => number
  readonly room: number
  readonly leftOut: LeftOut[]
}

function together<Item extends { readonly variantId: string; readonly quantity: number }>(
  own: readonly Item[],
  added: readonly Item[],
  { same, counted, most, room, leftOut }: Rule<Item>,
): Item[] {
  const all = new Map(own.map((item) => [same(item), item]))
  for (const item of added) {
    const before = all.get(same(item))
    const { variantId, quantity } = item
    if (!before && all.size >= room) {
      leftOut.push({ variantId, quantity, because: 'too_many_lines' })
      continue
    }
    const wish = before ? counted(before.quantity, quantity) : quantity
    // What the customer had stays, even where a limit came later: the basket says so, and the order asks.
    const reached = Math.max(before?.quantity ?? 0, most(item, wish))
    if (reached < wish) leftOut.push({ variantId, quantity: wish - reached, because: 'limit' })
    if (reached > 0) all.set(same(item), { ...(before ?? item), quantity: reached })
  }
  return [...all.values()]
}

/** By variant: what one basket had more of than the one that stays. */
function lost(goes: BasketContent, stays: BasketContent): LeftOut[] {
  const count = (content: BasketContent) => {
    const counts = new Map<string, number>()
    for (const { variantId, quantity } of [...content.lines, ...content.bundles]) {
      counts.set(variantId, (counts.get(variantId) ?? 0) + quantity)
    }
    return counts
  }
  const kept = count(stays)
  return [...count(goes)]
    .map(([variantId, quantity]) => ({ variantId, quantity: quantity - (kept.get(variantId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
    .map((left) => ({ ...left, because: 'policy' as const }))
}
