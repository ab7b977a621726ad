import type { Context } from '../../../host/context.ts'
import { moneyToJson, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { inventoryRefusals, loadAvailability } from '../../inventory/index.ts'
import { listMarkets, marketOfCountry } from '../../organisation/index.ts'
import { loadLivePromotions, loadOffers, loadPriceLists, normalCoupon, type Offer } from '../../pricing/index.ts'
import { MAX_COUPONS, MAX_LINES, type Basket } from '../domain/basket.ts'
import { placeSeen } from '../domain/basket-changes.ts'
import { limitRefused } from '../domain/limit-refusals.ts'
import { refusals } from '../domain/refusals.ts'
import { listDeliveryMethods } from '../queries/read-delivery-methods.ts'
import type { BasketKey } from '../queries/read-basket.ts'
import { saveCoupons, saveDestination, saveLine, saveSeenLine } from '../store/baskets.ts'
import { isListed, piecesAvailable, placeOf, whereSold } from './quote-basket.ts'
import { limitOf, limitProblemOf, piecesOfProducts } from './limits-of-lines.ts'
import { lockOpenBasket } from './lock-open-basket.ts'

export interface LineWish {
  readonly variantId: string
  readonly quantity: number
  /** How many the shopper saw there; if it is another number now, somebody changed it on another device, and nothing is set. */
  readonly was?: number | undefined
}

/** Sets how many of a variant the basket holds; 0 takes it out. Saying the same twice changes nothing. */
export async function setBasketLine(ctx: Context, key: BasketKey, line: LineWish): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const { id, lines } = basket.value
  const before = lines.find((known) => known.variantId === line.variantId)
  const held = before?.quantity ?? 0
  if (line.quantity === held) return ok()
  if (line.was !== undefined && line.was !== held) {
    return refusals.basket_line_changed({ field: 'quantity', params: { quantity: held } })
  }
  if (line.quantity > (before?.quantity ?? 0)) {
    if (!before && lines.length >= MAX_LINES) return refusals.too_many_lines({ params: { maximum: MAX_LINES } })
    const sellable = await checkSellable(ctx, basket.value, line)
    if (!sellable.ok) return sellable
    saveLine(ctx, id, line.variantId, line.quantity)
    noteSeen(ctx, basket.value, line, sellable.value)
    return ok()
  }
  const fewer = line.quantity === 0 ? ok() : await checkFewer(ctx, basket.value, line)
  if (!fewer.ok) return fewer
  saveLine(ctx, id, line.variantId, line.quantity)
  return ok()
}

/** Of what is taken out in part the rest may be too few; what is not sold any more can always be lowered. */
async function checkFewer(ctx: Context, basket: Basket, line: LineWish): Promise<Result<void>> {
  const { currency } = basket.market
  const offers = await loadOffers(ctx.tx, { variantIds: variantIdsWith(basket, line), currency })
  return checkLimit(basket, line, offers)
}

const variantIdsWith = ({ lines }: Basket, { variantId }: LineWish) => [
  ...new Set([variantId, ...lines.map((line) => line.variantId)]),
]

/** With the line as it would be: what the basket holds of other variants of the product counts for its most. */
function checkLimit({ lines }: Basket, line: LineWish, offers: ReadonlyMap<string, Offer>): Result<void> {
  const { variantId, quantity } = line
  const offer = offers.get(variantId)
  if (!offer?.limit) return ok()
  const others = lines.filter((one) => one.variantId !== variantId)
  const problem = limitProblemOf(line, offer, piecesOfProducts([...others, { variantId, quantity }], offers))
  const refused = problem && limitRefused(problem, limitOf(offer.limit), { field: 'quantity', variantId })
  return refused ?? ok()
}

/** Who puts something into the basket saw its price on the way; one of a list is kept when they look at the basket. */
function noteSeen(ctx: Context, basket: Basket, { variantId, quantity }: LineWish, usual: Money | undefined): void {
  if (!usual) return
  const { currency } = basket.market
  const seen = { quantity, price: moneyToJson(usual), problem: null }
  saveSeenLine(ctx, basket.id, { variantId, seen, place: placeSeen(basket), currency })
}

/** Answers its price where that is the usual one, whatever lists there are. */
async function checkSellable(
  ctx: Context,
  basket: Basket,
  { variantId, quantity }: LineWish,
): Promise<Result<Money | undefined>> {
  const { market } = basket
  const variantIds = variantIdsWith(basket, { variantId, quantity })
  const [offers, availability, priceLists] = await Promise.all([
    loadOffers(ctx.tx, { variantIds, currency: market.currency, place: placeOf(basket, ctx.now) }),
    loadAvailability(ctx.tx, { variantIds: [variantId], locationCode: market.locationCode }),
    loadPriceLists(ctx.tx, { ...whereSold(basket), variantIds: [variantId], now: ctx.now }),
  ])
  const offer = offers.get(variantId)
  if (!offer?.sellable) return refusals.not_found({ field: 'variantId' })
  if (offer.kind === 'bundle') return refusals.bundle_needs_choices({ field: 'variantId' })
  if (!offer.price && !isListed(basket, { variantId, quantity }, { priceLists, now: ctx.now })) {
    return refusals.not_found({ field: 'variantId' })
  }
  const available = piecesAvailable(offer, availability.get(variantId))
  if (available === 0) return inventoryRefusals.sold_out({ field: 'quantity' })
  if (available < quantity) return inventoryRefusals.not_enough_left({ field: 'quantity', params: { available } })
  const within = checkLimit(basket, { variantId, quantity }, offers)
  if (!within.ok) return within
  return ok(priceLists.length === 0 ? offer.price : undefined)
}

/**
 * Sets the coupons that were entered. One that belongs to no promotion is refused; one whose promotion does not apply stays, and
 * the basket's reasons say why it gives nothing.
 */
export async function setBasketCoupons(
  ctx: Context,
  key: BasketKey,
  entered: readonly string[],
): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const coupons = [...new Set(entered.map(normalCoupon))].filter((code) => code !== '')
  if (coupons.length > MAX_COUPONS)
    return refusals.too_many_coupons({ field: 'coupons', params: { maximum: MAX_COUPONS } })
  const fresh = coupons.filter((code) => !basket.value.coupons.includes(code))
  const promotions = fresh.length === 0 ? [] : await loadLivePromotions(ctx.tx, { now: ctx.now, coupons: fresh })
  const known = new Set(promotions.flatMap((promotion) => promotion.coupons ?? []))
  const unknown = coupons.findIndex((code) => fresh.includes(code) && !known.has(code))
  if (unknown >= 0) return refusals.coupon_unknown({ field: `coupons.${unknown}` })
  if (coupons.join('\n') !== basket.value.coupons.join('\n')) saveCoupons(ctx, basket.value.id, coupons)
  return ok()
}

export interface DestinationAsked {
  readonly country: string
  /** Where in the country, as far as it is known; left out it stays, unless the country is another. */
  readonly region?: string | undefined
  readonly postcode?: string | undefined
  readonly deliveryMethod?: string | null | undefined
  readonly locale?: string | undefined
}

/** Where the basket goes and how: the country chooses market, currency and taxes, the address within it the zone. */
export async function setBasketDestination(ctx: Context, key: BasketKey, to: DestinationAsked): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const before = basket.value
  const market = marketOfCountry(await listMarkets(ctx.tx), to.country)
  if (!market) return refusals.country_not_served({ field: 'country', params: { country: to.country } })
  const methods = await listDeliveryMethods(ctx.tx, { country: to.country, from: market.locationCode })
  const wanted = to.deliveryMethod === undefined ? before.deliveryMethod : to.deliveryMethod
  const known = methods.some(({ code, rates }) => code === wanted && rates.length > 0)
  if (to.deliveryMethod && !known) return refusals.delivery_method_unavailable({ field: 'deliveryMethod' })
  const kept = to.country === before.country ? before.destination : undefined
  saveDestination(ctx, before.id, {
    country: to.country,
    marketCode: market.code,
    deliveryMethod: known ? wanted : null,
    region: (to.region ?? kept?.region) || null,
    postcode: (to.postcode ?? kept?.postcode) || null,
    locale: to.locale ?? before.locale,
  })
  return ok()
}
