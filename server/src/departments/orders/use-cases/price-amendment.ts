import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { loadAvailability, inventoryRefusals } from '../../inventory/index.ts'
import type { Reader } from '../../organisation/index.ts'
import {
  loadOffers,
  loadPriceLists,
  priceBasket,
  type LineToPrice,
  type Offer,
  type PricedLine,
  type PriceSnapshot,
} from '../../pricing/index.ts'
import { saleTaxes } from '../../tax/index.ts'
import { checkAddress } from '../domain/address-format.ts'
import {
  amendContent,
  amendLines,
  checkWish,
  type AmendmentWish,
  type PricesOfNow,
  type WayOfNow,
} from '../domain/amendment.ts'
import type { Basket } from '../domain/basket.ts'
import type { ContentAddress, ContentLine, MinorUnits, OrderContent } from '../domain/order-content.ts'
import { refusals } from '../domain/refusals.ts'
import type { OrderToAmend } from '../queries/order-content.ts'
import type { QuotedWay } from '../queries/quote.ts'
import { getAnyBasket } from '../queries/read-basket.ts'
import { linesOf, type Described } from './priced-content.ts'
import { addressOf, billingOf, said } from './addresses-of-amendment.ts'
import { piecesAvailable, placeOf, taxedBuyer, whereSold } from './quote-basket.ts'
import { listWays, wayOf } from './way-of-amendment.ts'

interface Asked {
  readonly order: OrderToAmend
  readonly wish: AmendmentWish
  readonly now: Date
  /** Position -> how many pieces of the line are still in the house; of lines without a word all are. */
  readonly left: ReadonlyMap<number, number>
}

/** What an order would hold after a change: the same answer for who looks and for who does it. Writes nothing. */
export async function priceAmendment(reader: Reader, asked: Asked): Promise<Result<OrderContent>> {
  const { order, wish, left } = asked
  const { content } = order
  const possible = checkWish(content, wish, left)
  if (!possible.ok) return possible
  const address = addressOf(content.address, wish)
  if (!address.ok) return address
  const scene = await sceneOf(reader, asked, address.value ?? content.address)
  if (!scene.ok) return scene
  const staying = sameTaxes(scene.value, content)
  if (!staying.ok) return staying
  const prices = pricesOfNow(scene.value, asked)
  if (!prices.ok) return prices
  const lines = amendLines(content, wish, { prices: prices.value, sold: order })
  if (!lines.ok) return lines
  const then = address.value ?? content.address
  const way = await wayThen(reader, scene.value, { ...asked, lines: lines.value, address: then })
  if (!way.ok) return way
  const kinds = lines.value.map(({ kind }) => kind)
  const billing = billingOf(wish, { address: then, kinds, before: content.billing })
  if (!billing.ok) return billing
  return amendContent(content, lines.value, {
    ...{ wish, address: address.value, billing: billing.value, way: way.value, sold: order },
  })
}

interface Then extends Asked {
  readonly lines: readonly ContentLine[]
  readonly address: ContentAddress
}

/** Another way of delivery, at its price of now; undefined where none is wished. */
async function wayThen(
  reader: Reader,
  { basket, delivered }: Scene,
  { order, wish, lines, address, now }: Then,
): Promise<Result<WayOfNow | undefined>> {
  const { deliveryMethod: code } = wish
  if (code === undefined) return ok<WayOfNow | undefined>(undefined)
  const goods = { basket, address, lines, sold: order, now }
  const ways = await listWays(reader, goods)
  const way = wayOf(ways, code, { ...goods, priced: delivered })
  if (!way.ok || way.value.terms?.kind === 'pickup') return way
  // What was to be collected is brought to an address now: it has to be whole.
  const whole = checkAddress(said(address))
  return whole.ok ? way : whole
}

/** The ways by which an order could be delivered now, as it is or as it would be. */
export async function waysOfOrder(
  reader: Reader,
  { order, after, now }: { readonly order: OrderToAmend; readonly after: OrderContent; readonly now: Date },
): Promise<readonly QuotedWay[]> {
  const basket = await getAnyBasket(reader, order.basketId)
  if (!basket.ok || after.method === null) return []
  return listWays(reader, { basket: basket.value, address: after.address, lines: after.lines, sold: order, now })
}

interface Scene {
  readonly order: OrderToAmend
  readonly basket: Basket
  readonly offers: ReadonlyMap<string, Offer>
  readonly available: (variantId: string) => number
  readonly ofNow: (lines: readonly LineToPrice[]) => PriceSnapshot
  /** The same without price lists, and with nothing taken out of prices: for those that a person says. */
  readonly said: (lines: readonly LineToPrice[]) => PriceSnapshot
  /** What its goods cost, and what bringing them does beside them. */
  readonly delivered: (lines: readonly LineToPrice[], delivery: PriceSnapshot['delivery']) => PriceSnapshot
}

/** Where, when and to whom it is sold: as of its basket, with the taxes of now. */
async function sceneOf(reader: Reader, { order, wish, now }: Asked, address: ContentAddress): Promise<Result<Scene>> {
  const found = await getAnyBasket(reader, order.basketId)
  if (!found.ok) return found
  const { country, region, postcode } = address
  const basket = { ...found.value, country, destination: { region: region ?? undefined, postcode } }
  const { market, channelCode } = basket
  const more = wish.lines.flatMap(({ position }) => order.content.lines.filter((line) => line.position === position))
  const variantIds = [...new Set([...wish.added, ...more].map(({ variantId }) => variantId))]
  const [offers, availability, taxes, priceLists] = await Promise.all([
    loadOffers(reader, { variantIds, currency: market.currency, place: placeOf(basket, now) }),
    loadAvailability(reader, { variantIds, locationCode: market.locationCode }),
    saleTaxes(reader, {
      market: market.code,
      place: { country, ...basket.destination },
      on: localDateIn(now, market.timeZone),
      buyer: taxedBuyer(basket, now),
    }),
    loadPriceLists(reader, { ...whereSold(basket), variantIds, now }),
  ])
  const { homeTaxRates: _, ...saidTaxes } = taxes.sale
  const common = {
    market: { ...market, tax: taxes.tax, roundPrices: taxes.roundPrices },
    country,
    delivery: undefined,
  }
  const { groups = [], company } = basket.buyer ?? {}
  const sale = {
    now,
    channel: channelCode,
    customerGroups: groups,
    ...(company !== undefined && { company }),
    nthOrder: undefined,
    coupons: [],
    promotions: [],
    priceLists,
  }
  return ok({
    order,
    basket,
    offers,
    available: (variantId) => piecesAvailable(offers.get(variantId), availability.get(variantId)),
    ofNow: (lines) => ({ ...common, ...taxes.sale, sale, lines }),
    said: (lines) => ({ ...common, ...saidTaxes, lines }),
    delivered: (lines, delivery) => ({ ...common, ...taxes.sale, delivery, lines }),
  })
}

/** What stays keeps its taxes, so an address that is taxed otherwise is another sale. */
function sameTaxes(scene: Scene, { lines, taxes }: OrderContent): Result<void> {
  const { treatment } = scene.said([])
  const { taxTreatment } = scene.order
  if (taxTreatment !== null && treatment !== undefined && treatment !== taxTreatment) return refusals.taxed_otherwise()
  if (taxes.length === 0) return ok()
  for (const line of lines.filter(({ kind }) => kind !== 'gift_card')) {
    const priced = priceBasket(scene.said([sayLine(line, { quantity: 1, unitPrice: 10_000, scene })]))
    const [now] = priced.ok ? priced.value.lines : []
    const rates = (all: readonly string[]) => all.toSorted().join(' ')
    const before = rates(line.taxes.map(({ name, ppm }) => `${name} ${ppm}`))
    if (now && rates(now.taxes.map(({ tax, percent }) => `${tax} ${percent.ppm}`)) !== before) {
      return refusals.taxed_otherwise({ field: 'address' })
    }
  }
  return ok()
}

interface Said {
  readonly quantity: number
  readonly unitPrice: MinorUnits
  readonly scene: Scene
}

function sayLine(
  { variantId, taxCategory }: Pick<ContentLine, 'variantId' | 'taxCategory'>,
  { quantity, unitPrice, scene }: Said,
): LineToPrice {
  const price = money(unitPrice, scene.order.currency)
  return { variantId, quantity, unitPrice: price, compareAt: undefined, taxCategory, sellable: true }
}

/** What comes to the order, at the prices of now or those that a person says. */
function pricesOfNow(scene: Scene, { wish }: Asked): Result<PricesOfNow> {
  const { order } = scene
  const more = new Map<number, ContentLine>()
  const repriced = new Map<number, ContentLine>()
  const added: ContentLine[] = []
  const wanted = new Map<string, number>()
  for (const [at, to] of wish.lines.entries()) {
    const line = order.content.lines.find(({ position }) => position === to.position)
    if (!line || to.quantity === 0) continue
    const extra = to.quantity - line.quantity
    const { unitPrice } = to
    if (extra > 0) {
      const possible = checkMore(scene, { ...line, quantity: extra }, { wanted, field: `lines.${at}` })
      if (!possible.ok) return possible
    }
    if (unitPrice !== undefined) {
      const priced = priceOne(scene.said([sayLine(line, { quantity: to.quantity, unitPrice, scene })]))
      if (!priced.ok) return priced
      repriced.set(line.position, linesOf(line, priced.value))
    } else if (extra > 0) {
      const priced = priceOne(scene.ofNow([lineOf(scene, line.variantId, extra)]))
      if (!priced.ok) return priced
      more.set(line.position, linesOf({ ...line, ...offered(scene, line.variantId) }, priced.value))
    }
  }
  for (const [at, { variantId, quantity, unitPrice }] of wish.added.entries()) {
    const possible = checkMore(scene, { variantId, quantity }, { wanted, field: `added.${at}` })
    if (!possible.ok) return possible
    const usual = lineOf(scene, variantId, quantity)
    const priced = priceOne(
      unitPrice === undefined
        ? scene.ofNow([usual])
        : scene.said([{ ...usual, unitPrice: money(unitPrice, order.currency), compareAt: undefined }]),
    )
    if (!priced.ok) return priced
    added.push(linesOf(offered(scene, variantId), priced.value))
  }
  return ok({ more, repriced, added })
}

function priceOne(snapshot: PriceSnapshot): Result<PricedLine> {
  const priced = priceBasket(snapshot)
  return priced.ok ? ok(priced.value.lines[0]!) : priced
}

/** Goods and services alone come to an order that was placed: files and gift cards are agreed to at a checkout, bundles are chosen there. */
const ADDABLE: readonly string[] = ['physical', 'service']

function checkMore(
  scene: Scene,
  { variantId, quantity }: { readonly variantId: string; readonly quantity: number },
  { wanted, field }: { readonly wanted: Map<string, number>; readonly field: string },
): Result<void> {
  const offer = scene.offers.get(variantId)
  if (!offer?.sellable || !ADDABLE.includes(offer.kind)) {
    return refusals.line_not_orderable({ field, params: { variantId, available: 0, problem: 'not_for_sale' } })
  }
  const all = (wanted.get(variantId) ?? 0) + quantity
  wanted.set(variantId, all)
  const available = scene.available(variantId)
  if (available === 0) return inventoryRefusals.sold_out({ field, params: { variantId, available } })
  return available < all ? inventoryRefusals.not_enough_left({ field, params: { variantId, available } }) : ok()
}

function lineOf({ offers }: Scene, variantId: string, quantity: number): LineToPrice {
  const offer = offers.get(variantId)
  return {
    variantId,
    quantity,
    unitPrice: offer?.price,
    compareAt: offer?.compareAt,
    taxCategory: offer?.taxCategory ?? '',
    sellable: true,
  }
}

function offered({ offers, basket: { locale } }: Scene, variantId: string): Described {
  const offer = offers.get(variantId)
  return {
    variantId,
    kind: offer?.kind ?? 'physical',
    sku: offer?.sku ?? '',
    handle: offer?.handle ?? '',
    name: offer?.names[locale] ?? offer?.names['en'] ?? '',
    options: offer?.optionNames[locale] ?? offer?.optionNames['en'] ?? '',
    imageFileId: offer?.imageFileId ?? null,
  }
}
