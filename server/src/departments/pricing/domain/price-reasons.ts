import type { Money } from '../../../kernel/money.ts'
import { isZero, subtract, times } from '../../../kernel/money.ts'
import { percentText, type Percent } from '../../../kernel/rate.ts'
import { isFree } from './free-delivery.ts'
import type { PriceSnapshot } from './price-snapshot.ts'
import type { PricedDelivery, PricedLine, Reason } from './priced-basket.ts'
import type { PromotionsApplied } from './promotions/apply-promotions.ts'
import { promotionReasons } from './promotions/promotion-reasons.ts'

interface Told {
  readonly snapshot: PriceSnapshot
  readonly pricedLines: readonly PricedLine[]
  readonly delivery: PricedDelivery | undefined
  readonly goodsShown: Money
  readonly outcome: PromotionsApplied
  /** Which line of the basket stands at which position of the engine. */
  readonly lines: readonly { readonly index: number }[]
}

/** Each rule that was looked at: line by line, then the promotions, then the delivery. */
export function priceReasons({ snapshot, pricedLines, delivery, goodsShown, outcome, lines }: Told): Reason[] {
  const promotions = promotionReasons(outcome, snapshot.market.currency, lines)
  const byLine = Map.groupBy(promotions, ({ line }) => line)
  return [
    ...pricedLines.flatMap((line, index) => lineReasons(snapshot, line, index, byLine.get(index) ?? [])),
    ...(byLine.get(null) ?? []),
    ...deliveryReasons(snapshot, delivery, goodsShown),
  ]
}

function lineReasons(
  snapshot: PriceSnapshot,
  line: PricedLine,
  index: number,
  promotions: readonly Reason[],
): Reason[] {
  const { unitPrice, quantity, compareAt, taxPercent, tax } = line
  const reasons: Reason[] = [
    {
      rule: 'base_price',
      applied: true,
      line: index,
      because: 'price_of_market',
      params: { unitPrice, quantity, market: snapshot.market.code },
    },
  ]
  if (compareAt) {
    const saved = times(subtract(compareAt, unitPrice), quantity)
    reasons.push({
      rule: 'reduced_price',
      applied: true,
      line: index,
      because: 'price_was_higher',
      params: { before: compareAt, saved },
    })
  }
  reasons.push(...promotions, taxReason(snapshot, index, { percent: taxPercent, category: line.taxCategory, tax }))
  return reasons
}

function deliveryReasons(snapshot: PriceSnapshot, priced: PricedDelivery | undefined, goods: Money): Reason[] {
  const { delivery } = snapshot
  if (!delivery || !priced) return []
  const free = isFree(snapshot, Number(goods.amount))
  const reasons: Reason[] = delivery.freeFrom ? [freeFromReason(free, delivery.freeFrom, goods)] : []
  reasons.push({
    rule: 'delivery_price',
    applied: !free,
    line: null,
    because: free ? 'made_free' : 'price_of_method',
    params: { method: delivery.code, price: delivery.price },
  })
  if (!isZero(priced.total)) {
    const { taxPercent: percent, tax } = priced
    reasons.push(taxReason(snapshot, null, { percent, category: delivery.taxCategory, tax }))
  }
  return reasons
}

function freeFromReason(free: boolean, threshold: Money, goods: Money): Reason {
  const missing: Reason['params'] = free ? {} : { missing: subtract(threshold, goods) }
  const because = free ? 'threshold_reached' : 'threshold_not_reached'
  return { rule: 'delivery_free_from', applied: free, line: null, because, params: { threshold, goods, ...missing } }
}

interface TaxTold {
  readonly percent: Percent
  readonly category: string
  readonly tax: Money
}

function taxReason(
  { market, country }: PriceSnapshot,
  line: number | null,
  { percent, category, tax }: TaxTold,
): Reason {
  return {
    rule: 'tax',
    applied: true,
    line,
    because: market.pricesIncludeTax ? 'tax_included' : 'tax_added',
    params: { percent: percentText(percent), category, country, tax },
  }
}
