import type { Quote } from '../../departments/orders/index.ts'
import { compare, isPositive, subtract, sum, type Money } from '../../kernel/money.ts'
import { textIn, type Visit } from '../visit.ts'

/** What a little more in the basket would earn. */
export interface NearPromotion {
  readonly name: string
  readonly missing: Money
}

const MOST = 2

/** Promotions short of a value of goods by no more than is in the basket already, the nearest first; and the next step of those with steps. */
export function nearPromotions(visit: Visit, { priced, promotions }: Quote): NearPromotion[] {
  const { currency, reasons, discounts } = priced
  const have = sum(
    priced.lines.map(({ subtotal }) => subtotal),
    currency,
  )
  const tooLow = reasons.flatMap(({ because, params }) => {
    const { promotion, missing } = params
    return because === 'subtotal_too_low' && typeof missing === 'object' ? [{ code: promotion, missing }] : []
  })
  const steps = promotions.flatMap(({ code, action }) => {
    const isAsked =
      discounts.some(({ promotion }) => promotion === code) ||
      reasons.some(({ because, params }) => because === 'no_tier_reached' && params['promotion'] === code)
    if (action.kind !== 'order_tiers' || action.goods || !isAsked) return []
    const values = action.tiers.flatMap(({ from }) => {
      const least = typeof from === 'number' ? undefined : from.find((one) => one.currency === currency)
      return least && compare(least, have) > 0 ? [subtract(least, have)] : []
    })
    const [next] = values.toSorted(compare)
    return next ? [{ code, missing: next }] : []
  })
  return [...tooLow, ...steps]
    .filter(({ missing }) => isPositive(missing) && compare(missing, have) <= 0)
    .toSorted((a, b) => compare(a.missing, b.missing))
    .slice(0, MOST)
    .flatMap(({ code, missing }) => {
      const promotion = promotions.find((one) => one.code === code)
      return promotion ? [{ name: textIn(visit, promotion.names), missing }] : []
    })
}
