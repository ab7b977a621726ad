import { add, compare, isZero, subtract, sum, times, zero, type Money } from '../../../kernel/money.ts'
import { percentText, type Percent } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { taxOf } from './tax-of.ts'
import { refusals } from './refusals.ts'

export interface LineToPrice {
  readonly variantId: string
  readonly quantity: number
  /** Undefined where the variant has no price in the market's currency. */
  readonly unitPrice: Money | undefined
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly sellable: boolean
}

export interface DeliveryToPrice {
  readonly code: string
  readonly price: Money
  /** From this value of goods on, delivery costs nothing. */
  readonly freeFrom: Money | undefined
  readonly taxCategory: string
}

/** Everything that a price depends on, and nothing else: the same snapshot gives the same price for ever. */
export interface PriceSnapshot {
  readonly market: { readonly code: string; readonly currency: CurrencyCode; readonly pricesIncludeTax: boolean }
  readonly country: string
  readonly lines: readonly LineToPrice[]
  readonly delivery: DeliveryToPrice | undefined
  readonly taxRates: ReadonlyMap<string, Percent>
}

/** A rule that was looked at: what it did, or the first condition that it lacked. `params` fill the translated sentence. */
export interface Reason {
  readonly rule: 'base_price' | 'reduced_price' | 'delivery_price' | 'delivery_free_from' | 'tax'
  readonly applied: boolean
  readonly line: number | null
  readonly because: string
  readonly params: Readonly<Record<string, string | number | Money>>
}

export interface PricedLine {
  readonly variantId: string
  readonly quantity: number
  readonly unitPrice: Money
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly taxPercent: Percent
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export interface PricedDelivery {
  readonly code: string
  readonly taxPercent: Percent
  readonly net: Money
  readonly tax: Money
  readonly total: Money
}

export interface TaxTotal {
  readonly percent: Percent
  readonly net: Money
  readonly tax: Money
}

export interface PricedBasket {
  readonly currency: CurrencyCode
  readonly pricesIncludeTax: boolean
  readonly lines: readonly PricedLine[]
  readonly delivery: PricedDelivery | undefined
  readonly goods: Money
  readonly taxes: readonly TaxTotal[]
  readonly tax: Money
  readonly total: Money
  readonly reasons: readonly Reason[]
}

export const MAX_QUANTITY = 999

/** The price of a basket and why. Pure. Refuses, line by line, what cannot be sold or taxed. */
export function priceBasket(snapshot: PriceSnapshot): Result<PricedBasket> {
  const { currency, pricesIncludeTax } = snapshot.market
  const reasons: Reason[] = []
  const lines: PricedLine[] = []
  const problems = []
  for (const [index, line] of snapshot.lines.entries()) {
    const priced = priceLine(snapshot, line, index, reasons)
    if (priced.ok) lines.push(priced.value)
    else problems.push(priced.refusal)
  }
  const [first] = problems
  if (first) return { ok: false, refusal: problems.length === 1 ? first : { ...first, others: problems } }
  const goods = sum(
    lines.map((line) => line.total),
    currency,
  )
  const delivery = priceDelivery(snapshot, goods, reasons)
  if (!delivery.ok) return delivery
  const parts = delivery.value ? [...lines, delivery.value] : lines
  const taxes = taxTotals(parts, currency)
  return ok({
    currency,
    pricesIncludeTax,
    lines,
    delivery: delivery.value,
    goods,
    taxes,
    tax: sum(
      taxes.map((total) => total.tax),
      currency,
    ),
    total: sum(
      parts.map((part) => part.total),
      currency,
    ),
    reasons,
  })
}

function priceLine(snapshot: PriceSnapshot, line: LineToPrice, index: number, reasons: Reason[]): Result<PricedLine> {
  const field = `lines.${index}`
  const { unitPrice, quantity } = line
  if (!line.sellable) return refusals.variant_not_for_sale({ field, params: { variantId: line.variantId } })
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_QUANTITY) {
    return refusals.quantity_out_of_range({ field: `${field}.quantity`, params: { maximum: MAX_QUANTITY } })
  }
  if (!unitPrice) return refusals.no_price({ field, params: { currency: snapshot.market.currency } })
  const taxPercent = snapshot.taxRates.get(line.taxCategory)
  if (!taxPercent) return noTaxRate(snapshot, line.taxCategory, field)
  const { net, tax, gross } = taxOf(times(unitPrice, quantity), taxPercent, snapshot.market.pricesIncludeTax)
  reasons.push({
    rule: 'base_price',
    applied: true,
    line: index,
    because: 'price_of_market',
    params: { unitPrice, quantity, market: snapshot.market.code },
  })
  if (line.compareAt) {
    const saved = times(subtract(line.compareAt, unitPrice), quantity)
    reasons.push({
      rule: 'reduced_price',
      applied: true,
      line: index,
      because: 'price_was_higher',
      params: { before: line.compareAt, saved },
    })
  }
  reasons.push(taxReason(snapshot, index, taxPercent, line.taxCategory, tax))
  return ok({ ...line, unitPrice, taxPercent, net, tax, total: gross })
}

function priceDelivery(snapshot: PriceSnapshot, goods: Money, reasons: Reason[]): Result<PricedDelivery | undefined> {
  const { delivery } = snapshot
  if (!delivery) return ok(undefined)
  const taxPercent = snapshot.taxRates.get(delivery.taxCategory)
  if (!taxPercent) return noTaxRate(snapshot, delivery.taxCategory, 'delivery')
  const free = delivery.freeFrom !== undefined && compare(goods, delivery.freeFrom) >= 0
  if (delivery.freeFrom) reasons.push(freeFromReason(free, delivery.freeFrom, goods))
  const price = free ? zero(snapshot.market.currency) : delivery.price
  reasons.push({
    rule: 'delivery_price',
    applied: !free,
    line: null,
    because: free ? 'made_free' : 'price_of_method',
    params: { method: delivery.code, price: delivery.price },
  })
  const { net, tax, gross } = taxOf(price, taxPercent, snapshot.market.pricesIncludeTax)
  if (!isZero(price)) reasons.push(taxReason(snapshot, null, taxPercent, delivery.taxCategory, tax))
  return ok({ code: delivery.code, taxPercent, net, tax, total: gross })
}

function freeFromReason(free: boolean, threshold: Money, goods: Money): Reason {
  return free
    ? {
        rule: 'delivery_free_from',
        applied: true,
        line: null,
        because: 'threshold_reached',
        params: { threshold, goods },
      }
    : {
        rule: 'delivery_free_from',
        applied: false,
        line: null,
        because: 'threshold_not_reached',
        params: { threshold, goods, missing: subtract(threshold, goods) },
      }
}

function taxReason(
  snapshot: PriceSnapshot,
  line: number | null,
  percent: Percent,
  category: string,
  tax: Money,
): Reason {
  const because = snapshot.market.pricesIncludeTax ? 'tax_included' : 'tax_added'
  return {
    rule: 'tax',
    applied: true,
    line,
    because,
    params: { percent: percentText(percent), category, country: snapshot.country, tax },
  }
}

function noTaxRate(snapshot: PriceSnapshot, category: string, field: string) {
  return refusals.no_tax_rate({ field, params: { category, country: snapshot.country } })
}

function taxTotals(
  parts: readonly { taxPercent: Percent; net: Money; tax: Money }[],
  currency: CurrencyCode,
): TaxTotal[] {
  const byRate = new Map<bigint, TaxTotal>()
  for (const { taxPercent, net, tax } of parts) {
    const known = byRate.get(taxPercent.ppm) ?? { percent: taxPercent, net: zero(currency), tax: zero(currency) }
    byRate.set(taxPercent.ppm, { percent: taxPercent, net: add(known.net, net), tax: add(known.tax, tax) })
  }
  return [...byRate.values()].sort((a, b) => (a.percent.ppm < b.percent.ppm ? 1 : -1))
}
