import type { Money } from '../../../kernel/money.ts'
import { isZero, subtract, times } from '../../../kernel/money.ts'
import { percentText } from '../../../kernel/rate.ts'
import type { DeliveryCost } from './delivery/delivery-cost.ts'
import { deliveryCostReasons } from './delivery/delivery-reasons.ts'
import { listsNotMeant, tellOrigin } from './price-lists/list-reasons.ts'
import type { PriceSnapshot } from './price-snapshot.ts'
import type { PricedDelivery, PricedLine, Reason } from './priced-basket.ts'
import type { PromotionsApplied } from './promotions/apply-promotions.ts'
import { promotionReasons } from './promotions/promotion-reasons.ts'
import { USUAL_TAX, type TaxRate } from './tax-rate.ts'
import { isUntaxed, rateIn } from './tax-treatment.ts'
import type { TaxOfPart } from './tax-of.ts'

interface Told {
  readonly snapshot: PriceSnapshot
  readonly pricedLines: readonly PricedLine[]
  readonly delivery: PricedDelivery | undefined
  /** Before promotions. */
  readonly cost: DeliveryCost | undefined
  readonly goodsShown: Money
  readonly outcome: PromotionsApplied
  /** Which line of the basket stands at which position of the engine. */
  readonly lines: readonly { readonly index: number }[]
}

/** Each rule that was looked at: line by line, then the promotions, then the delivery. */
export function priceReasons({ snapshot, pricedLines, goodsShown, outcome, lines, ...told }: Told): Reason[] {
  const { ofLines, ofBasket } = promotionReasons(outcome, snapshot.market.currency, lines)
  const reasons: Reason[] = []
  for (let index = 0; index < pricedLines.length; index += 1) {
    tellLine(reasons, { snapshot, line: pricedLines[index]!, index, promotions: ofLines[index] })
  }
  return reasons.concat(
    listsNotMeant(snapshot),
    ofBasket,
    deliveryReasons(snapshot, told, goodsShown),
    treatmentReasons(snapshot),
  )
}

interface LineTold {
  readonly snapshot: PriceSnapshot
  readonly line: PricedLine
  readonly index: number
  readonly promotions: readonly Reason[] | undefined
}

function tellLine(reasons: Reason[], { snapshot, line, index, promotions }: LineTold): void {
  const { unitPrice, quantity, compareAt, taxes } = line
  tellOrigin(reasons, snapshot, line, index)
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
  if (promotions) reasons.push(...promotions)
  tellTaxes(reasons, snapshot, { line: index, taxes, category: line.taxCategory })
}

function deliveryReasons(
  snapshot: PriceSnapshot,
  { delivery: priced, cost }: Pick<Told, 'delivery' | 'cost'>,
  goods: Money,
): Reason[] {
  const { delivery } = snapshot
  if (!delivery || !priced || !cost) return []
  const reasons = deliveryCostReasons(delivery, cost, goods)
  if (!isZero(priced.total)) {
    tellTaxes(reasons, snapshot, { line: null, taxes: priced.taxes, category: delivery.taxCategory })
  }
  return reasons
}

interface TaxTold {
  readonly line: number | null
  readonly taxes: readonly TaxOfPart[]
  readonly category: string
}

/** One for each tax; of a sale that bears none by law, why. */
function tellTaxes(reasons: Reason[], snapshot: PriceSnapshot, { line, taxes, category }: TaxTold): void {
  const { market, treatment, taxCountry: country = snapshot.country } = snapshot
  if (treatment && isUntaxed(treatment)) {
    reasons.push({ rule: 'tax', applied: false, line, because: `tax_${treatment}`, params: { category, country } })
    return
  }
  const ways = market.pricesIncludeTax ? INCLUDED : ADDED
  const rate = rateIn(snapshot, category)
  for (const { tax: name, percent, amount } of taxes) {
    reasons.push({
      rule: 'tax',
      applied: true,
      line,
      because: isCompound(rate, name) ? ways.compound : name === USUAL_TAX ? ways.usual : ways.named,
      params: { percent: percentText(percent), category, country, tax: amount, name: name.toUpperCase() },
    })
  }
}

const INCLUDED = { compound: 'tax_compound_included', usual: 'tax_included', named: 'tax_named_included' }
const ADDED = { compound: 'tax_compound_added', usual: 'tax_added', named: 'tax_named_added' }

function isCompound(rate: TaxRate | undefined, name: string): boolean {
  if (!rate || 'ppm' in rate) return false
  return rate.some(({ tax, compound }) => tax === name && compound === true)
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
