// i18n-dynamic: pricing.reasons.*
import { currencyCode } from '../../../kernel/currency.ts'
import { decimalText } from '../../../kernel/decimal.ts'
import { moneyFromJson, moneyToJson, type Money, type MoneyJson } from '../../../kernel/money.ts'
import { percentText } from '../../../kernel/rate.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import type { Discount, PricedBasket, PricedDelivery, PricedLine, Reason } from '../domain/priced-basket.ts'

/** The words that reasons are told in. */
export interface Speech {
  readonly locale: Locale
  readonly t: Translate
  /** What promotions are called in this language, by code. */
  readonly promotionNames: ReadonlyMap<string, string>
  /** And price lists. */
  readonly listNames?: ReadonlyMap<string, string>
}

/** A priced basket as JSON, its reasons also as sentences. */
export function presentPriced(priced: PricedBasket, speech: Speech) {
  const { currency, pricesIncludeTax, delivery } = priced
  return {
    currency: currency as string,
    pricesIncludeTax,
    lines: priced.lines.map((line) => ({
      variantId: line.variantId,
      quantity: line.quantity,
      unitPrice: moneyToJson(line.unitPrice),
      exactPrice: exactText(line),
      bundle: line.share?.bundle ?? null,
      ...presentPart(line),
    })),
    bundles: priced.bundles.map(({ line, variantId, components, own, subtotal, net, tax, total }) => ({
      line,
      variantId,
      components: [...components],
      own: moneyToJson(own),
      subtotal: moneyToJson(subtotal),
      net: moneyToJson(net),
      tax: moneyToJson(tax),
      total: moneyToJson(total),
    })),
    delivery: delivery ? { code: delivery.code, ...presentPart(delivery) } : null,
    discounts: priced.discounts.map(presentDiscount),
    goods: moneyToJson(priced.goods),
    taxes: priced.taxes.map(({ name, percent, net, tax }) => ({
      name,
      percent: percentText(percent),
      net: moneyToJson(net),
      tax: moneyToJson(tax),
    })),
    treatment: priced.treatment ?? null,
    tax: moneyToJson(priced.tax),
    total: moneyToJson(priced.total),
    reasons: priced.reasons.map((reason) => presentTold(reason, speech)),
  }
}

function presentPart({ subtotal, discounts, taxPercent, taxes, net, tax, total }: PricedLine | PricedDelivery) {
  return {
    subtotal: moneyToJson(subtotal),
    discounts: discounts.map(presentDiscount),
    taxPercent: percentText(taxPercent),
    net: moneyToJson(net),
    tax: moneyToJson(tax),
    taxes: taxes.map((one) => ({ name: one.tax, percent: percentText(one.percent), amount: moneyToJson(one.amount) })),
    total: moneyToJson(total),
  }
}

const exactText = ({ exactPrice }: PricedLine) => (exactPrice ? decimalText(exactPrice.amount, exactPrice.scale) : null)

const presentDiscount = ({ promotion, amount }: Discount) => ({ promotion, amount: moneyToJson(amount) })

function presentTold({ rule, applied, line, because, params }: Reason, speech: Speech) {
  const json: Record<string, string | number | MoneyJson> = {}
  for (const [name, value] of Object.entries(params))
    json[name] = typeof value === 'object' ? moneyToJson(value) : value
  return {
    rule: rule as string,
    applied,
    line,
    because,
    params: json,
    text: sentenceOf({ because, params: json }, speech),
  }
}

/** A reason, as it was told or stored, as a sentence. */
export function sentenceOf(
  { because, params }: { because: string; params: Readonly<Record<string, string | number | MoneyJson>> },
  { locale, t, promotionNames, listNames }: Speech,
): string {
  const values = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'object') return [name, formatMoney(amountOf(value), locale)]
    if (name === 'list' || name === 'betterList') return [name, listNames?.get(String(value)) ?? value]
    const isPromotion = name === 'promotion' || name === 'winner'
    return [name, isPromotion ? (promotionNames.get(String(value)) ?? value) : value]
  })
  return t(`pricing.reasons.${because}`, Object.fromEntries(values) as Record<string, string | number>)
}

function amountOf(json: MoneyJson): Money {
  return moneyFromJson({ amount: json.amount, currency: currencyCode(json.currency) })
}
