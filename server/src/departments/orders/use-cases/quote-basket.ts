import { isPositive, money, subtract, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, startOfDay } from '../../../kernel/time.ts'
import { needsDelivery } from '../../catalog/index.ts'
import { latePieces, type PromiseOfVariant } from '../../inventory/index.ts'
import {
  loadGoodsTraits,
  loadLivePromotions,
  hasListPrice,
  loadOffers,
  loadPriceLists,
  parcelOf,
  priceBasket,
  type LineToPrice,
  type LivePromotion,
  type Offer,
  type PriceList,
  type PricedBasket,
  type Redemption,
} from '../../pricing/index.ts'
import { saleTaxes } from '../../tax/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { consentsAsked } from '../domain/consent.ts'
import { deferralOf, type Deferred } from '../domain/deferral.ts'
import { NOBODY, type Basket, type BasketLine } from '../domain/basket.ts'
import type { LineProblem } from '../domain/line-problem.ts'
import type { Quote, QuotedLine, QuotedWay } from '../queries/quote.ts'
import { listDeliveryMethods } from '../queries/read-delivery-methods.ts'
import { limitProblemOf, piecesOfProducts } from './limits-of-lines.ts'
import { shelfOf } from './shelf-of-basket.ts'
import { asksCategories, NO_WAYS, quoteWay, toDelivery, waysOf, withinValue, type ShopWay } from './ways-of-basket.ts'
import {
  bundleLine,
  examineBundle,
  openBundles,
  piecesWanted,
  variantsOf,
  withPrices,
  type Known,
  type OpenedBundle,
} from './bundles-in-quote.ts'

export async function quoteBasket(reader: Reader, basket: Basket, now: Date): Promise<Result<Quote>> {
  const { market, buyer = NOBODY } = basket
  const opened = await openBundles(reader, basket)
  const variantIds = variantsOf(basket, opened)
  const [offers, shelf, taxes, methods, promotions, priceLists] = await Promise.all([
    loadOffers(reader, { variantIds, currency: market.currency, place: placeOf(basket, now) }),
    shelfOf(reader, basket, variantIds),
    saleTaxes(reader, {
      market: market.code,
      place: { country: basket.country, ...basket.destination },
      on: localDateIn(now, market.timeZone),
      buyer: taxedBuyer(basket, now),
    }),
    listDeliveryMethods(reader, { country: basket.country, from: market.locationCode }),
    loadLivePromotions(reader, { now, coupons: basket.coupons }),
    loadPriceLists(reader, { ...whereSold(basket), variantIds, now }),
  ])
  const productIds = [...offers.values()].map((offer) => offer.productId)
  const asksTraits = promotions.length > 0 || methods.some(asksCategories)
  const traits = asksTraits ? await loadGoodsTraits(reader, productIds) : undefined
  const saidOf = (variantId: string) => basket.saidPrices?.[variantId]
  const ofProducts = piecesOfProducts([...basket.lines, ...basket.bundles], offers)
  const known: Known = {
    ofProducts,
    offers,
    wanted: piecesWanted(basket, opened),
    availableOf: (variantId) => piecesAvailable(offers.get(variantId), shelf.available.get(variantId)),
    hasPrice: (variantId, quantity) =>
      saidOf(variantId) !== undefined ||
      offers.get(variantId)?.price !== undefined ||
      isListed(basket, { variantId, quantity }, { priceLists, now }),
  }
  const examined = basket.lines.map((line) => examine(line, known))
  const sound = examined.filter(isSound)
  const examinedBundles = opened.map((one) => examineBundle(one, known))
  const soundBundles = examinedBundles.filter(isSound)
  const lineOf = (offer: Offer | undefined, variantId: string, quantity: number): LineToPrice => ({
    variantId,
    quantity,
    unitPrice: offer?.price,
    compareAt: offer?.compareAt,
    taxCategory: offer?.taxCategory ?? '',
    sellable: true,
    ...(offer && { weightGrams: offer.weightGrams, delivered: needsDelivery(offer.kind) }),
    ...(offer && { productId: offer.productId, ...traits?.get(offer.productId) }),
  })
  const isDelivered = anyDelivered(basket, opened, offers)
  const goods = [
    ...sound.map(({ line, offer }) => {
      const usual = lineOf(offer, line.variantId, line.quantity)
      const price = saidOf(line.variantId)
      if (price === undefined) return usual
      return { ...usual, unitPrice: money(BigInt(price), market.currency), compareAt: undefined, said: true as const }
    }),
    ...soundBundles.map((one) => {
      const { definition } = opened[examinedBundles.indexOf(one)]!
      return bundleLine(one, definition!, lineOf, market.currency)
    }),
  ]
  const parcel = parcelOf(goods)
  const reached = isDelivered
    ? waysOf(methods, { place: { country: basket.country, ...basket.destination }, currency: market.currency, parcel })
    : NO_WAYS
  const chosen = reached.ways.find(({ code }) => code === basket.deliveryMethod)
  const priceWith = (way: ShopWay | undefined) =>
    priceBasket({
      market: { ...market, tax: taxes.tax, roundPrices: taxes.roundPrices },
      country: basket.country,
      lines: goods,
      delivery: way && toDelivery(way, market.currency),
      ...taxes.sale,
      sale: {
        now,
        channel: basket.channelCode,
        customerGroups: buyer.groups,
        ...(buyer.company !== undefined && { company: buyer.company }),
        nthOrder: buyer.nthOrder,
        coupons: basket.coupons,
        promotions,
        priceLists,
      },
    })
  const ready = readyAt(known.wanted, { promises: shelf.promises, zone: market.timeZone, now })
  const first = priceWith(chosen)
  if (!first.ok) return first
  const { ways: carrying, refused } = withinValue(reached, market.currency, first.value.goodsShown.amount)
  const ways = carrying.map((way) =>
    quoteWay(way, { parcel, goods: first.value.goodsShown, zone: market.timeZone, now: ready }),
  )
  const method = chosen && ways.find(({ code }) => code === chosen.code)
  // What the goods come to is known only now; a way that does not carry so much is taken out again.
  const priced = chosen && !method ? priceWith(undefined) : first
  if (!priced.ok) return priced
  const pricedLines = new Map(sound.map((line, index) => [line.line.variantId, priced.value.lines[index]]))
  const lines = examined.map((line) => ({ ...line, priced: pricedLines.get(line.line.variantId) }))
  const bundles = withPrices(examinedBundles, soundBundles, { priced: priced.value, first: sound.length })
  return ok({
    basket,
    vatCheck: taxes.vatCheck,
    exemption: taxes.exemption,
    lines,
    bundles,
    priced: priced.value,
    promotions,
    priceLists,
    redemptions: redemptionsOf(priced.value, promotions, basket.coupons),
    needsDelivery: isDelivered,
    consentsAsked: consentsAsked(
      [...offers.values()].map(({ kind }) => kind),
      basket.business !== undefined,
    ),
    method,
    ways,
    refusedWays: refused,
    parcel,
    promises: shelf.promises,
    deferred: deferredOf(lines, { promises: shelf.promises, total: priced.value.total, others: bundles.length > 0 }),
    missingForFreeDelivery: missing(method ?? ways[0], priced.value),
    orderable: isOrderable([...lines, ...bundles]),
  })
}

interface Around {
  readonly promises: ReadonlyMap<string, PromiseOfVariant>
  readonly total: Money
  readonly others: boolean
}

/** What of it may be paid once it is there. */
function deferredOf(lines: readonly QuotedLine[], { promises, total, others }: Around): Deferred {
  if (promises.size === 0) return { deferral: undefined, mixed: false }
  const waiting = lines.map(({ line: { variantId, quantity }, priced }) => {
    const promise = promises.get(variantId)
    const isLate = promise !== undefined && latePieces(quantity, promise.onShelf) > 0
    return { quantity, total: priced?.total, promise: isLate ? promise : undefined }
  })
  return deferralOf(waiting, { total, others })
}

/** From when on days of delivery are counted: of goods that are not there yet from the day on which the last of them ships. */
function readyAt(
  wanted: ReadonlyMap<string, number>,
  { promises, zone, now }: Pick<Around, 'promises'> & { readonly zone: string; readonly now: Date },
): Date {
  if (promises.size === 0) return now
  const days = [...wanted].flatMap(([variantId, pieces]) => {
    const promise = promises.get(variantId)
    return promise && latePieces(pieces, promise.onShelf) > 0 ? [promise.shipsOn] : []
  })
  const last = days.toSorted().at(-1)
  return last !== undefined && last > localDateIn(now, zone) ? startOfDay(last, zone) : now
}

/** Of what lies on no shelf there are always enough: a line holds 999 at most, a bundle 99 of them 99 times. */
const ALWAYS_ENOUGH = 1_000_000

export function piecesAvailable(offer: Offer | undefined, counted: number | undefined): number {
  return offer && !needsDelivery(offer.kind) ? ALWAYS_ENOUGH : (counted ?? 0)
}

/** Whether anything of the basket is brought to somebody; of a bundle its components are asked. What is gone counts as goods. */
function anyDelivered(
  { lines, bundles }: Pick<Basket, 'lines' | 'bundles'>,
  opened: readonly OpenedBundle[],
  offers: ReadonlyMap<string, Offer>,
): boolean {
  if (lines.length + bundles.length === 0) return true
  const isBrought = (variantId: string) => needsDelivery(offers.get(variantId)?.kind ?? 'physical')
  return (
    lines.some(({ variantId }) => isBrought(variantId)) ||
    opened.some(({ components }) => components.length === 0 || components.some(({ variantId }) => isBrought(variantId)))
  )
}

function redemptionsOf(
  { discounts }: PricedBasket,
  promotions: readonly LivePromotion[],
  entered: readonly string[],
): Redemption[] {
  const byCode = new Map(promotions.map((promotion) => [promotion.code, promotion]))
  return discounts.flatMap(({ promotion: code, amount }) => {
    const promotion = byCode.get(code)
    if (!promotion) return []
    return [{ promotionId: promotion.id, amount, coupon: promotion.coupons?.find((one) => entered.includes(one)) }]
  })
}

/** What of who buys may change the taxes: a number, certificates. Most buyers have neither, and nothing more is asked. */
export function taxedBuyer({ business, buyer }: Basket, now: Date) {
  const { vatNumber, country } = business ?? {}
  const exemptions = buyer?.exemptions ?? []
  if (!vatNumber && exemptions.length === 0) return undefined
  return { now, exemptions, ...(vatNumber && country && { vatNumber: { text: vatNumber, country } }) }
}

export function whereSold({ market, buyer = NOBODY }: Pick<Basket, 'market' | 'buyer'>) {
  const { groups, company } = buyer
  return { currency: market.currency, market: market.code, groups, ...(company !== undefined && { company }) }
}

/** Where and when it shops: what is not shown there cannot be bought. */
export function placeOf({ market, channelCode }: Pick<Basket, 'market' | 'channelCode'>, now: Date) {
  return { channel: channelCode, market: market.code, now }
}

/** Whether a price list has a price for it now: then it can be bought without a usual one. */
export function isListed(
  basket: Pick<Basket, 'market' | 'buyer' | 'channelCode'>,
  { variantId, quantity }: BasketLine,
  { priceLists, now }: { readonly priceLists: readonly PriceList[]; readonly now: Date },
): boolean {
  const { company, ...where } = whereSold(basket)
  const occasion = { ...where, company, channel: basket.channelCode, now }
  return hasListPrice(priceLists, occasion, { variantId, quantity, unitPrice: undefined, compareAt: undefined })
}

type Examined = Pick<QuotedLine, 'problem'>

/** Where only its number is wrong, it is priced all the same. */
const isSound = ({ problem }: Examined) => problem === undefined || OF_NUMBER.has(problem)

const OF_NUMBER: ReadonlySet<LineProblem> = new Set(['not_enough_left', 'too_few', 'too_many', 'not_in_steps'])

const isOrderable = (all: readonly Examined[]) => all.length > 0 && all.every(({ problem }) => problem === undefined)

function examine(line: BasketLine, known: Known): QuotedLine {
  const offer = known.offers.get(line.variantId)
  const available = known.availableOf(line.variantId)
  return { line, offer, available, priced: undefined, problem: problemOf(line, offer, { available, known }) }
}

function problemOf(
  { variantId, quantity }: BasketLine,
  offer: Offer | undefined,
  { available, known }: { readonly available: number; readonly known: Known },
): LineProblem | undefined {
  // A bundle is bought with its choices.
  if (!offer?.sellable || offer.kind === 'bundle') return 'not_for_sale'
  if (!known.hasPrice(variantId, quantity)) return 'no_price'
  if (available === 0) return 'sold_out'
  if (available < (known.wanted.get(variantId) ?? quantity)) return 'not_enough_left'
  return limitProblemOf({ quantity }, offer, known.ofProducts)
}

function missing(way: QuotedWay | undefined, { currency, goodsShown }: PricedBasket): Money | undefined {
  if (way?.tariff.freeFrom === undefined) return undefined
  const left = subtract(money(way.tariff.freeFrom, currency), goodsShown)
  return isPositive(left) ? left : undefined
}
