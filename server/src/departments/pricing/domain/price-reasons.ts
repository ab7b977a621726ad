import type { Money } from '../../../kernel/money.ts'
import { isZero, subtract, times } from '../../../kernel/money.ts'
import { percentText } from '../../../kernel/rate.ts'
import { isFree } from './free-delivery.ts'
import { listsNotMeant, originOfPrice } from './price-lists/list-reasons.ts'
import type { PriceSnapshot } from './price-snapshot.ts'
import type { PricedDelivery, PricedLine, Reason } from './priced-basket.ts'
import type { PromotionsApplied } from './promotions/apply-promotions.ts'
import { promotionReasons } from './promotions/promotion-reasons.ts'
import { taxPartsOf, USUAL_TAX, type TaxRate } from './tax-rate.ts'
import { isUntaxed, rateIn } from './tax-treatment.ts'
import type { TaxOfPart } from './tax-of.ts'

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
    ...listsNotMeant(snapshot),
    ...(byLine.get(null) ?? []),
    ...deliveryReasons(snapshot, delivery, goodsShown),
    ...treatmentReasons(snapshot),
  ]
}

function lineReasons(
  snapshot: PriceSnapshot,
  line: PricedLine,
  index: number,
  promotions: readonly Reason[],
): Reason[] {
  const { unitPrice, quantity, compareAt, taxes } = line
  const reasons = originOfPrice(snapshot, line, index)
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
  reasons.push(...promotions, ...taxReasons(snapshot, index, { taxes, category: line.taxCategory }))
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
    reasons.push(...taxReasons(snapshot, null, { taxes: priced.taxes, category: delivery.taxCategory }))
  }
  return reasons
}

function freeFromReason(free: boolean, threshold: Money, goods: Money): Reason {
  const missing: Reason['params'] = free ? {} : { missing: subtract(threshold, goods) }
  const because = free ? 'threshold_reached' : 'threshold_not_reached'
  return { rule: 'delivery_free_from', applied: free, line: null, because, params: { threshold, goods, ...missing } }
}

interface TaxTold {
  readonly taxes: readonly TaxOfPart[]
  readonly category: string
}

/** One for each tax; of a sale that bears none by law, why. */
function taxReasons(snapshot: PriceSnapshot, line: number | null, { taxes, category }: TaxTold): Reason[] {
  const { market, treatment, taxCountry: country = snapshot.country } = snapshot
  if (treatment && isUntaxed(treatment)) {
    return [{ rule: 'tax', applied: false, line, because: `tax_${treatment}`, params: { category, country } }]
  }
  const way = market.pricesIncludeTax ? 'included' : 'added'
  const isCompound = compoundTaxes(rateIn(snapshot, category))
  return taxes.map(({ tax: name, percent, amount }) => ({
    rule: 'tax',
    applied: true,
    line,
    because: isCompound.has(name) ? `tax_compound_${way}` : name === USUAL_TAX ? `tax_${way}` : `tax_named_${way}`,
    params: { percent: percentText(percent), category, country, tax: amount, name: name.toUpperCase() },
  }))
}

function compoundTaxes(rate: TaxRate | undefined): ReadonlySet<string> {
  return new Set((rate ? taxPartsOf(rate) : []).flatMap((part) => (part.compound ? [part.tax] : [])))
}

/** Where the sale is taxed and why there, and that prices moved with it; nothing of a sale at home. */
function treatmentReasons({ market, treatment, country, taxCountry, homeTaxRates }: PriceSnapshot): Reason[] {
  if (!treatment || treatment === 'domestic') return []
  const told: Reason = {
    rule: 'tax_place',
    applied: !isUntaxed(treatment),
    line: null,
    because: `taxed_${treatment}`,
    params: { country: taxCountry ?? country, destination: country },
  }
  const keepsNet = market.pricesIncludeTax && market.tax?.acrossZones === 'keep_net' && homeTaxRates !== undefined
  return keepsNet ? [told, { ...told, applied: true, because: 'price_keeps_net' }] : [told]
}
