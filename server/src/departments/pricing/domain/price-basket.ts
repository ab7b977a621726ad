/**
 * The price of a basket and why: from a snapshot, without I/O, for the shop, the simulator and the promotion twin alike.
 *
 * Lines get their prices, of a list where one is meant (price-lists/with-list-prices.ts), and their amounts; promotions come off
 * in the market's way of showing prices (promotions/apply-promotions.ts); what is left is split into net and tax. Inside, lines
 * stand in an order of their own, by variant: who gets an odd cent depends on the goods, never on the order in which somebody
 * put them into the basket.
 */
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { compare, money, sum, times, type Money } from '../../../kernel/money.ts'
import { pieces } from '../../../kernel/quantity.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { lineTotal } from '../../../kernel/unit-price.ts'
import { openBundles } from './bundles/open-bundles.ts'
import { pricedBundles } from './bundles/priced-bundles.ts'
import { deliveryCostOf, type DeliveryCost } from './delivery/delivery-cost.ts'
import { withListPrices } from './price-lists/with-list-prices.ts'
import { priceReasons } from './price-reasons.ts'
import type { LineToPrice, PriceSnapshot } from './price-snapshot.ts'
import type { Discount, PricedBasket, PricedDelivery, PricedLine } from './priced-basket.ts'
import { applyPromotions, sumOf, withoutPromotions, type PromotionsApplied } from './promotions/apply-promotions.ts'
import type { PromotionScene } from './promotions/conditions.ts'
import { refusals } from './refusals.ts'
import { deliveryTaxables, deliveryTaxed, taxTotals } from './tax-of-delivery.ts'
import { taxAll, type Taxable, type TaxedAmount } from './tax-of.ts'
import { effectivePercent, type TaxRate } from './tax-rate.ts'
import { inZone, rateIn, VOUCHER } from './tax-treatment.ts'

export const MAX_QUANTITY = 999

/** Refuses, line by line, what cannot be sold or taxed. */
export function priceBasket(given: PriceSnapshot): Result<PricedBasket> {
  const snapshot = inZone(openBundles(withListPrices(given)))
  const sound = soundLines(snapshot)
  if (!sound.ok) return sound
  const deliveryRate = rateOfDelivery(snapshot)
  if (!deliveryRate.ok) return deliveryRate
  const lines = sound.value
  const promotions = snapshot.sale?.promotions ?? []
  const deliveryCost = deliveryCostOf(snapshot)
  const deliveryFor = (goods: number): number => Number(deliveryCost?.(goods).amount.amount ?? 0n)
  const outcome =
    promotions.length === 0
      ? withoutPromotions(lines.map(amountOfLine), deliveryFor)
      : applyPromotions(promotions, sceneOf(snapshot, lines), deliveryFor)
  return ok(present({ snapshot, lines, outcome, deliveryRate: deliveryRate.value, deliveryCost }))
}

/** The lines in the engine's own order, or everything that is wrong with them. */
export function soundLines(snapshot: PriceSnapshot): Result<SoundLine[]> {
  const lines: SoundLine[] = []
  const problems: Refused['refusal'][] = []
  for (let index = 0; index < snapshot.lines.length; index += 1) {
    const sound = examine(snapshot, snapshot.lines[index]!, index)
    if (sound.ok) lines.push(sound.value)
    else problems.push(sound.refusal)
  }
  const [first] = problems
  if (first) return { ok: false, refusal: problems.length === 1 ? first : { ...first, others: problems } }
  return ok(lines.sort(inOwnOrder))
}

export interface SoundLine {
  readonly index: number
  readonly line: LineToPrice
  readonly unitPrice: Money
  readonly amount: Money
  readonly taxRate: TaxRate
}

function examine(snapshot: PriceSnapshot, line: LineToPrice, index: number): Result<SoundLine> {
  const { unitPrice, quantity, exactPrice, share, place = index } = line
  const { currency, tax } = snapshot.market
  if (!line.sellable) {
    return refusals.variant_not_for_sale({ field: `lines.${place}`, params: { variantId: line.variantId } })
  }
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    return refusals.quantity_out_of_range({ field: `lines.${place}.quantity`, params: { maximum: MAX_QUANTITY } })
  }
  if (!unitPrice) return refusals.no_price({ field: `lines.${place}`, params: { currency } })
  const taxRate = rateIn(snapshot, line.taxCategory)
  if (!taxRate) return noTaxRate(snapshot, line.taxCategory, `lines.${place}`)
  const amount =
    share?.amount ??
    (exactPrice ? lineTotal(exactPrice, pieces(quantity), tax?.rounding ?? 'half_up') : times(unitPrice, quantity))
  return ok({ index, line, unitPrice, amount, taxRate })
}

function rateOfDelivery(snapshot: PriceSnapshot): Result<TaxRate | undefined> {
  const { delivery } = snapshot
  if (!delivery) return ok(undefined)
  const rate = rateIn(snapshot, delivery.taxCategory)
  return rate ? ok<TaxRate | undefined>(rate) : noTaxRate(snapshot, delivery.taxCategory, 'delivery')
}

function noTaxRate(snapshot: PriceSnapshot, category: string, field: string) {
  return refusals.no_tax_rate({ field, params: { category, country: snapshot.country } })
}

function inOwnOrder(a: SoundLine, b: SoundLine): number {
  if (a.line.variantId !== b.line.variantId) return a.line.variantId < b.line.variantId ? -1 : 1
  return a.line.quantity - b.line.quantity || compare(a.amount, b.amount) || compareBundles(a.line, b.line)
}

/** By itself before as part of a bundle; of two bundles, the one whose variant sorts first. */
function compareBundles({ share: a }: LineToPrice, { share: b }: LineToPrice): number {
  const [one, other] = [a?.variantId ?? '', b?.variantId ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}

/** What promotions are asked about. */
export function sceneOf(
  { market, country, delivery, sale }: PriceSnapshot,
  lines: readonly SoundLine[],
): PromotionScene {
  return {
    currency: market.currency,
    lines: lines.map(({ line, amount, unitPrice }) => ({
      product: line.productId ?? '',
      variant: line.variantId,
      categories: line.categories ?? NOTHING,
      labels: line.labels ?? NOTHING,
      collections: line.collections ?? NOTHING,
      brand: line.brand,
      units: line.quantity,
      amount: Number(amount.amount),
      reduced: line.compareAt !== undefined && compare(line.compareAt, unitPrice) > 0,
      floor: line.floorPrice ? Number(line.floorPrice.amount * BigInt(line.quantity)) : 0,
      closed: line.said === true || line.share?.promotions === 'excluded' || line.taxCategory === VOUCHER,
    })),
    market: market.code,
    country,
    channel: sale?.channel ?? '',
    deliveryMethod: delivery?.code,
    customerGroups: sale?.customerGroups ?? [],
    nthOrder: sale?.nthOrder,
    coupons: sale?.coupons ?? [],
    now: sale?.now ?? NEVER,
  }
}

const NOTHING: readonly string[] = []

/** Without a sale there are no promotions, so nobody asks. */
const NEVER = new Date(0)

interface Outcome {
  readonly snapshot: PriceSnapshot
  readonly lines: readonly SoundLine[]
  readonly outcome: PromotionsApplied
  readonly deliveryRate: TaxRate | undefined
  readonly deliveryCost: ((goods: number) => DeliveryCost) | undefined
}

function present({ snapshot, lines, outcome, deliveryRate, deliveryCost }: Outcome): PricedBasket {
  const { currency, pricesIncludeTax, tax: settings } = snapshot.market
  const { left, delivery: deliveryLeft } = outcome.standing
  const taxables: Taxable[] = lines.map(({ line, amount, taxRate }, position) => ({
    amount: asMoney(left[position]!, amount),
    before: amount,
    units: line.quantity,
    rate: taxRate,
  }))
  const goods = sumOf(left)
  const goodsShown = money(goods, currency)
  const cost = deliveryCost?.(goods)
  const deliveryBefore = cost?.amount
  const ofDelivery =
    deliveryRate && deliveryBefore
      ? deliveryTaxables(
          { amount: asMoney(deliveryLeft, deliveryBefore), before: deliveryBefore, rate: deliveryRate },
          taxables,
          settings,
        )
      : []
  const taxed = taxAll([...taxables, ...ofDelivery], pricesIncludeTax, settings)
  const pricedLines = new Array<PricedLine>(lines.length)
  for (const [position, line] of lines.entries()) {
    pricedLines[line.index] = pricedLine(line, taxed[position]!, discountsOf(outcome, position, currency))
  }
  const delivery =
    deliveryRate && deliveryBefore
      ? pricedDelivery(snapshot, outcome, {
          taxed: deliveryTaxed(taxed.slice(taxables.length), currency),
          rate: deliveryRate,
          subtotal: deliveryBefore,
        })
      : undefined
  const parts = delivery ? [...pricedLines, delivery] : pricedLines
  const taxes = taxTotals(parts, currency)
  return {
    currency,
    pricesIncludeTax,
    lines: pricedLines,
    bundles: pricedBundles(pricedLines, currency),
    delivery,
    goods: totalOf(pricedLines, currency),
    goodsShown,
    discounts: outcome.applied.map(({ promotion, gift }) => ({
      promotion: promotion.code,
      amount: money(gift.total, currency),
    })),
    taxes,
    treatment: snapshot.treatment,
    tax: sum(
      taxes.map((one) => one.tax),
      currency,
    ),
    total: totalOf(parts, currency),
    reasons: priceReasons({ snapshot, pricedLines, delivery, cost, goodsShown, outcome, lines }),
  }
}

/** So many minor units, mostly those that they were before. */
function asMoney(amount: number, before: Money): Money {
  return Number(before.amount) === amount ? before : money(amount, before.currency)
}

const amountOfLine = ({ amount }: SoundLine): number => Number(amount.amount)

function totalOf(parts: readonly { readonly total: Money }[], currency: CurrencyCode): Money {
  let total = 0n
  for (const part of parts) total += part.total.amount
  return money(total, currency)
}

/** Those of the line at a position of the engine's own order; of the delivery where there is no position. */
function discountsOf({ applied }: PromotionsApplied, position: number | undefined, currency: CurrencyCode): Discount[] {
  const discounts: Discount[] = []
  for (const { promotion, gift } of applied) {
    const amount = position === undefined ? gift.delivery : gift.lines[position]!
    if (amount > 0) discounts.push({ promotion: promotion.code, amount: money(amount, currency) })
  }
  return discounts
}

function pricedLine(
  { line, unitPrice, amount, taxRate }: SoundLine,
  { net, tax, gross, taxes }: TaxedAmount,
  discounts: readonly Discount[],
): PricedLine {
  const { variantId, quantity, exactPrice, compareAt, taxCategory, share } = line
  return {
    variantId,
    quantity,
    unitPrice,
    ...(exactPrice && { exactPrice }),
    ...(share && { share }),
    compareAt,
    taxCategory,
    taxPercent: effectivePercent(taxRate),
    taxes,
    subtotal: amount,
    discounts,
    net,
    tax,
    total: gross,
  }
}

function pricedDelivery(
  { delivery, market }: PriceSnapshot,
  outcome: PromotionsApplied,
  { taxed: { net, tax, gross, taxes }, rate, subtotal }: { taxed: TaxedAmount; rate: TaxRate; subtotal: Money },
): PricedDelivery | undefined {
  if (!delivery) return undefined
  const discounts = discountsOf(outcome, undefined, market.currency)
  return { code: delivery.code, taxPercent: effectivePercent(rate), subtotal, discounts, net, tax, taxes, total: gross }
}
