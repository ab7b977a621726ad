/**
 * A promotion held against one sale of the past: the same snapshot priced without it and with it. Pure, so that a trial over
 * ten thousand orders is arithmetic, and the same order explained a week later says the same.
 */
import { subtract, sum, zero, type Money } from '../../../../kernel/money.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { priceBasket } from '../price-basket.ts'
import type { LineToPrice, PriceSnapshot } from '../price-snapshot.ts'
import type { Discount, PricedBasket } from '../priced-basket.ts'
import type { Promotion } from '../promotions/promotion.ts'

export interface SaleToTry {
  /** With the promotions of its time, without the one that is tried. */
  readonly snapshot: PriceSnapshot
  /** The goods that a gift gives, as a line: they are laid into baskets that earn them. */
  readonly gift: LineToPrice | undefined
}

export interface TriedSale {
  readonly before: PricedBasket
  readonly after: PricedBasket
  /** What it took off; undefined where it does not apply. */
  readonly gave: Money | undefined
  /** Why it does not apply, and what is missing to a value of goods. */
  readonly because: string | undefined
  readonly missing: Money | undefined
  /** What others gave without it and no longer give beside it. */
  readonly displaced: readonly Discount[]
  /** Pieces that were laid into the basket as its gift. */
  readonly gifts: number
}

export function trySale({ snapshot, gift }: SaleToTry, promotion: Promotion): Result<TriedSale> {
  const before = priceBasket(snapshot)
  if (!before.ok) return before
  const beside = withPromotion(snapshot, promotion)
  const plain = priceBasket(beside)
  if (!plain.ok) return plain
  // Who earns a gift takes it: conditions are met without it, or its own price would help to earn it.
  const earns = gift !== undefined && reasonAgainst(plain.value, promotion)?.because === 'gift_not_in_basket'
  const withGift = earns ? priceBasket({ ...beside, lines: [...beside.lines, gift] }) : plain
  const after = withGift.ok && gave(withGift.value, promotion) ? withGift.value : plain.value
  const given = gave(after, promotion)
  const against = given ? undefined : reasonAgainst(after, promotion)
  const missing = against?.params['missing']
  return ok({
    before: before.value,
    after,
    gave: given,
    because: given ? undefined : (against?.because ?? 'gives_nothing'),
    missing: typeof missing === 'object' ? missing : undefined,
    displaced: given ? displacedBy(before.value, after) : [],
    gifts: earns && given ? gift.quantity : 0,
  })
}

function withPromotion(snapshot: PriceSnapshot, promotion: Promotion): PriceSnapshot {
  const { sale } = snapshot
  if (!sale) return snapshot
  const coupons = promotion.coupons ? [...sale.coupons, ...promotion.coupons.slice(0, 1)] : sale.coupons
  return { ...snapshot, sale: { ...sale, coupons, promotions: [...sale.promotions, promotion] } }
}

function gave({ discounts }: PricedBasket, { code }: Promotion): Money | undefined {
  return discounts.find(({ promotion }) => promotion === code)?.amount
}

function reasonAgainst({ reasons }: PricedBasket, { code }: Promotion) {
  return reasons.find(({ rule, applied, params }) => rule === 'promotion' && !applied && params['promotion'] === code)
}

function displacedBy(before: PricedBasket, after: PricedBasket): Discount[] {
  return before.discounts.flatMap(({ promotion, amount }) => {
    const left = after.discounts.find((one) => one.promotion === promotion)?.amount
    const lost = left ? subtract(amount, left) : amount
    return lost.amount > 0n ? [{ promotion, amount: lost }] : []
  })
}

/** What the shop is left with, without tax. */
export function revenueOf({ lines, delivery, currency }: PricedBasket): Money {
  return sum([...lines.map(({ net }) => net), delivery?.net ?? zero(currency)], currency)
}
