import { currencyCode, exponentOf, type CurrencyCode } from '../../../kernel/currency.ts'
import { money, moneyFromJson, zero, type Money, type MoneyJson } from '../../../kernel/money.ts'
import { percent } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import { parseUnitPrice, type UnitPrice } from '../../../kernel/unit-price.ts'
import { tenTo } from '../../../kernel/decimal.ts'
import { bundleAmounts, readBundle } from './bundles/bundle-json.ts'
import { checkTariff } from './delivery/tariff.ts'
import type { DeliveryToPrice, LineToPrice, PriceSnapshot } from './price-snapshot.ts'
import { readPriceLists } from './price-lists/price-list-json.ts'
import { checkPromotion } from './promotions/check-promotion.ts'
import { USUAL_CLASS, type Promotion } from './promotions/promotion.ts'
import { readTerms } from './promotions/promotion-terms.ts'
import { refusals } from './refusals.ts'
import type { TaxRate } from './tax-rate.ts'
import type { LineJson, PromotionJson, RatesJson, SnapshotJson } from './snapshot-json.ts'

/** A snapshot from JSON that its schema has checked. Refuses amounts of another currency than the market's, and what no promotion can say. */
export function readSnapshot(json: SnapshotJson, now: Date): Result<PriceSnapshot> {
  const currency = currencyCode(json.market.currency)
  const foreign = foreignAmount(json, currency)
  if (foreign) return refusals.currency_not_of_market({ field: foreign, params: { currency } })
  const unpriced = json.lines.findIndex((line) => !isPriced(line))
  if (unpriced >= 0 && !json.priceLists)
    return refusals.no_price({ field: `lines.${unpriced}.unitPrice`, params: { currency } })
  const delivered = checkDelivery(json, currency)
  if (!delivered.ok) return delivered
  const promotions = (json.promotions ?? []).map(readPromotion)
  for (const [index, promotion] of promotions.entries()) {
    const checked = checkPromotion(promotion, `promotions.${index}`)
    if (!checked.ok) return checked
    if (promotions.findIndex(({ code }) => code === promotion.code) < index) {
      return refusals.promotion_code_taken({ field: `promotions.${index}.code`, params: { code: promotion.code } })
    }
  }
  const priceLists = readPriceLists(json.priceLists ?? [], currency)
  if (!priceLists.ok) return priceLists
  const { market, country, delivery } = json
  return ok({
    market: {
      code: market.code,
      currency,
      pricesIncludeTax: market.pricesIncludeTax,
      ...(market.tax && { tax: market.tax }),
      ...(market.roundPrices && { roundPrices: market.roundPrices }),
    },
    country,
    lines: json.lines.map((line) => readLine(line, currency)),
    delivery: delivery && readDelivery(delivery, currency),
    taxRates: readRates(json.taxRates),
    ...(json.homeTaxRates && { homeTaxRates: readRates(json.homeTaxRates) }),
    ...(json.treatment && { treatment: json.treatment }),
    ...(json.taxCountry !== undefined && { taxCountry: json.taxCountry }),
    sale: {
      now: json.now === undefined ? now : new Date(json.now),
      channel: json.channel ?? '',
      customerGroups: json.customer?.groups ?? [],
      ...(json.customer?.company !== undefined && { company: json.customer.company }),
      nthOrder: json.customer?.nthOrder,
      coupons: json.coupons ?? [],
      promotions,
      priceLists: priceLists.value,
    },
  })
}

/** With a table its price and threshold are left out. */
function readDelivery(
  { code, price, freeFrom, taxCategory, rate }: NonNullable<SnapshotJson['delivery']>,
  currency: CurrencyCode,
): DeliveryToPrice {
  return {
    code,
    price: optional(price) ?? zero(currency),
    freeFrom: optional(freeFrom),
    taxCategory,
    ...(rate && { rate: { zone: rate.zone ?? '', tariff: rate.tariff } }),
  }
}

function checkDelivery({ delivery }: SnapshotJson, currency: CurrencyCode): Result<void> {
  if (!delivery) return ok()
  if (delivery.rate) return checkTariff(delivery.rate.tariff, 'delivery.rate.tariff')
  return delivery.price ? ok() : refusals.no_price({ field: 'delivery.price', params: { currency } })
}

function readRates(json: RatesJson): ReadonlyMap<string, TaxRate> {
  return new Map(
    Object.entries(json).map(([category, rate]): [string, TaxRate] => [
      category,
      typeof rate === 'string' ? percent(rate) : rate.map((part) => ({ ...part, percent: percent(part.percent) })),
    ]),
  )
}

/** A bundle that costs what its components do needs no price of its own. */
function isPriced({ unitPrice, exactPrice, bundle }: LineJson): boolean {
  return unitPrice !== undefined || exactPrice !== undefined || (bundle !== undefined && bundle.price.way !== 'own')
}

const optional = (json: MoneyJson | undefined): Money | undefined => json && moneyFromJson(json)

/** Dotted path of the first amount that is not in the market's currency. */
function foreignAmount({ lines, delivery }: SnapshotJson, currency: CurrencyCode): string | undefined {
  const amounts: [string, MoneyJson | undefined][] = [
    ...lines.flatMap(({ unitPrice, compareAt, floorPrice, bundle }, index): [string, MoneyJson | undefined][] => [
      ...(bundle ? bundleAmounts(bundle, `lines.${index}.bundle`) : []),
      [`lines.${index}.unitPrice`, unitPrice],
      [`lines.${index}.compareAt`, compareAt],
      [`lines.${index}.floorPrice`, floorPrice],
    ]),
    ['delivery.price', delivery?.price],
    ['delivery.freeFrom', delivery?.freeFrom],
  ]
  return amounts.find(([, amount]) => amount !== undefined && amount.currency !== currency)?.[0]
}

function readLine(line: LineJson, currency: CurrencyCode): LineToPrice {
  const { variantId, quantity, taxCategory, productId, categories, labels, collections, brand, floorPrice } = line
  const { weightGrams, delivered } = line
  const exactPrice = line.exactPrice === undefined ? undefined : parseUnitPrice(line.exactPrice, currency)
  return {
    variantId,
    quantity,
    unitPrice: optional(line.unitPrice) ?? (exactPrice && shown(exactPrice)),
    ...(exactPrice && { exactPrice }),
    compareAt: optional(line.compareAt),
    taxCategory,
    sellable: true,
    ...(productId !== undefined && { productId }),
    ...(categories && { categories }),
    ...(labels && { labels }),
    ...(collections && { collections }),
    ...(brand !== undefined && { brand }),
    ...(floorPrice && { floorPrice: moneyFromJson(floorPrice) }),
    ...(weightGrams !== undefined && { weightGrams }),
    ...(delivered !== undefined && { delivered }),
    ...(line.bundle && { bundle: readBundle(line.bundle) }),
  }
}

/** What a price finer than the minor unit is shown as, beside a line whose total is exact. */
function shown({ amount, scale, currency }: UnitPrice): Money {
  return money(divideRounded(amount * tenTo(exponentOf(currency)), tenTo(scale), 'half_up'), currency)
}

/** From JSON that its schema has checked; `checkPromotion` says what a schema cannot. */
export function readPromotion(json: PromotionJson): Promotion {
  const { code, names, from, until, coupons, conditions, action, cap, limits, priority, stackingClass, exclusive } =
    json
  return {
    code,
    names: names ?? {},
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
    ...(coupons && { coupons }),
    ...readTerms({ conditions: conditions ?? [], action, cap }),
    ...(limits && { limits: { ...limits, budget: optional(limits.budget) } as Promotion['limits'] }),
    priority: priority ?? 0,
    stackingClass: stackingClass ?? USUAL_CLASS,
    exclusive: exclusive ?? false,
  }
}
