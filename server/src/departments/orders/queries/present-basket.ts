import { decimalText } from '../../../kernel/decimal.ts'
import { moneyToJson, type Money, type MoneyJson } from '../../../kernel/money.ts'
import { percentText } from '../../../kernel/rate.ts'
import type { PickupAddress } from '../domain/dispatch-calendar.ts'
import type { WayRefused } from '../domain/delivery-method.ts'
import type { Offer, Reason } from '../../pricing/index.ts'
import type { BasketChange } from '../domain/basket-changes.ts'
import { markOf } from './basket-now.ts'
import type { Quote, QuotedBundle, QuotedLine, QuotedWay, ShownQuote } from './quote.ts'

export type BasketView = ReturnType<typeof presentBasket>

const textIn = (texts: Readonly<Record<string, string>>, locale: string) => texts[locale] ?? texts.en ?? ''
const jsonOr = (amount: Money | undefined): MoneyJson | null => (amount ? moneyToJson(amount) : null)

/** A quoted basket as the API and the pages show it, in one language. */
export function presentBasket(quote: ShownQuote, locale: string) {
  const { basket, priced } = quote
  return {
    id: basket.id as string,
    version: basket.version,
    market: basket.market.code,
    country: basket.country,
    currency: basket.market.currency as string,
    pricesIncludeTax: priced.pricesIncludeTax,
    ordered: basket.ordered,
    company: presentCompany(quote),
    taxTreatment: priced.treatment ?? null,
    coupons: [...basket.coupons],
    orderable: quote.orderable,
    needsDelivery: quote.needsDelivery,
    consentsAsked: [...quote.consentsAsked],
    lines: quote.lines.map((line) => presentLine(line, locale)),
    bundles: quote.bundles.map((bundle) => presentBundle(bundle, locale)),
    discounts: presentDiscounts(quote, locale),
    goods: moneyToJson(priced.goods),
    delivery:
      priced.delivery && quote.method
        ? {
            method: quote.method.code,
            name: textIn(quote.method.names, locale),
            total: moneyToJson(priced.delivery.total),
          }
        : null,
    missingForFreeDelivery: jsonOr(quote.missingForFreeDelivery),
    deliveryOptions: quote.ways.map((way) => presentWay(way, locale)),
    otherDeliveries: quote.refusedWays
      .filter(isWorthSaying)
      .map((way) => presentRefused(way, basket.market.currency, locale)),
    deferral: presentDeferral(quote),
    taxes: priced.taxes.map(({ name, percent, net, tax }) => ({
      name,
      percent: percentText(percent),
      net: moneyToJson(net),
      tax: moneyToJson(tax),
    })),
    tax: moneyToJson(priced.tax),
    total: moneyToJson(priced.total),
    reasons: priced.reasons.map(presentReason),
    changes: quote.changes.map((change) => presentChange(change, quote, locale)),
    changesMark: markOf(quote.changes),
    promotionNames: Object.fromEntries([
      ...quote.promotions.map(({ code, names }) => [code, textIn(names, locale) || code] as const),
      // Lists and promotions may have the same codes.
      ...quote.priceLists.map(({ code, names }) => [`list ${code}`, textIn(names, locale) || code] as const),
    ]),
  }
}

/** What of it is paid today, and what once it is ready. */
function presentDeferral({ deferred: { deferral } }: Quote) {
  if (!deferral) return null
  const { today, later, readyOn } = deferral
  return { today: moneyToJson(today), later: moneyToJson(later), readyOn: readyOn as string }
}

/** What changed since the shopper last looked, by the name of its line or promotion. */
function presentChange(change: BasketChange, { lines, bundles }: Quote, locale: string) {
  if (change.kind === 'promotion_over') {
    return {
      kind: change.kind,
      line: null,
      name: textIn(change.names, locale) || change.promotion,
      from: null,
      to: null,
    }
  }
  const { kind, line } = change
  const offer =
    lines.find((one) => one.line.variantId === line)?.offer ?? bundles.find(({ bundle }) => bundle.id === line)?.offer
  const [from, to] = 'from' in change ? [change.from, change.to] : [null, null]
  return { kind, line, name: offer ? textIn(offer.names, locale) : null, from, to }
}

function presentLine({ line, offer, available, priced, lowest, problem }: QuotedLine, locale: string) {
  return {
    variantId: line.variantId,
    quantity: line.quantity,
    kind: offer?.kind ?? null,
    handle: offer?.handle ?? null,
    sku: offer?.sku ?? null,
    name: offer ? textIn(offer.names, locale) : null,
    options: offer ? textIn(offer.optionNames, locale) : null,
    imageFileId: offer?.imageFileId ?? null,
    unitPrice: jsonOr(priced?.unitPrice ?? offer?.price),
    exactPrice: priced?.exactPrice ? decimalText(priced.exactPrice.amount, priced.exactPrice.scale) : null,
    compareAt: jsonOr(priced ? priced.compareAt : offer?.compareAt),
    lowest: jsonOr(lowest),
    subtotal: jsonOr(priced?.subtotal),
    discounted: priced !== undefined && priced.discounts.length > 0,
    total: jsonOr(priced?.total),
    available,
    limit: limitOf(offer),
    problem: problem ?? null,
  }
}

/** How many an order may have of it, where there is a limit. */
function limitOf(offer: Offer | undefined) {
  if (!offer?.limit) return null
  const { least, most, step } = offer.limit
  return { least: Math.ceil(least / step) * step, most, step }
}

function presentBundle(
  { bundle: { id, variantId, quantity }, offer, components, available, priced, problem }: QuotedBundle,
  locale: string,
) {
  return {
    id,
    variantId,
    quantity,
    handle: offer?.handle ?? null,
    sku: offer?.sku ?? null,
    name: offer ? textIn(offer.names, locale) : null,
    imageFileId: offer?.imageFileId ?? null,
    own: jsonOr(priced?.own),
    subtotal: jsonOr(priced?.subtotal),
    total: jsonOr(priced?.total),
    available,
    limit: limitOf(offer),
    problem: problem ?? null,
    // Chosen in two groups, it is still one component.
    components: [...new Map(components.map((one) => [one.component.variantId, one])).values()].map(
      ({ component, offer: its, priced: share }) => ({
        variantId: component.variantId,
        quantity: share?.quantity ?? component.quantity * quantity,
        handle: its?.handle ?? null,
        sku: its?.sku ?? null,
        name: its ? textIn(its.names, locale) : null,
        options: its ? textIn(its.optionNames, locale) : null,
        imageFileId: its?.imageFileId ?? null,
        own: jsonOr(share?.share?.own),
        subtotal: jsonOr(share?.subtotal),
        discounted: share !== undefined && share.discounts.length > 0,
        total: jsonOr(share?.total),
      }),
    ),
  }
}

/** For whom it is bought, and what the authority said of the number. */
function presentCompany({ basket: { business }, vatCheck }: Quote) {
  if (!business) return null
  const { name, vatNumber, taxCode } = business
  return {
    name,
    vatNumber,
    taxCode,
    check: vatCheck
      ? {
          state: vatCheck.state as string,
          checkedAt: vatCheck.checkedAt?.toISOString() ?? null,
          consultation: vatCheck.consultation ?? null,
        }
      : null,
  }
}

/** What promotions take off, by their names in one language. */
function presentDiscounts({ priced, promotions }: Quote, locale: string) {
  const names = new Map(promotions.map(({ code, names: texts }) => [code, textIn(texts, locale)]))
  return priced.discounts.map(({ promotion, amount }) => ({
    promotion,
    name: names.get(promotion) || promotion,
    amount: moneyToJson(amount),
  }))
}

function presentWay(
  { code, kind, names, descriptions, asksPhone, zone, tariff, price, promised, leaves }: QuotedWay,
  locale: string,
) {
  const { currency } = price
  return {
    code,
    kind,
    name: textIn(names, locale),
    description: textIn(descriptions, locale),
    zone: zone.name,
    asksPhone: asksPhone ?? false,
    price: moneyToJson(price),
    freeFrom: tariff.freeFrom === undefined ? null : { amount: tariff.freeFrom, currency: currency as string },
    promisedFrom: promised.from as string,
    promisedTo: promised.to as string,
    pickup: kind === 'pickup' && leaves?.pickup ? presentPickup(leaves.pickup, locale) : null,
  }
}

export function presentPickup({ hours, ...address }: PickupAddress, locale: string) {
  return { ...address, hours: textIn(hours, locale) }
}

/** A shopper is told what they can do something about. */
const isWorthSaying = ({ because }: WayRefused) =>
  ['address_needed', 'too_heavy', 'too_dear', 'category_excluded'].includes(because)

function presentRefused({ code, names, because, limit }: WayRefused, currency: string, locale: string) {
  return {
    code,
    name: textIn(names, locale),
    because,
    maxWeightGrams: because === 'too_heavy' ? (limit ?? null) : null,
    maxValue: because === 'too_dear' && limit !== undefined ? { amount: limit, currency } : null,
  }
}

/** Amounts among a reason's parameters become JSON money, so that they can be stored and sent. */
export function presentReason({ params, ...reason }: Reason) {
  return {
    ...reason,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? moneyToJson(value) : value]),
    ),
  }
}
