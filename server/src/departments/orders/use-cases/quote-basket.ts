import { isPositive, subtract, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { loadAvailability } from '../../inventory/index.ts'
import {
  loadGoodsTraits,
  loadLivePromotions,
  hasListPrice,
  loadOffers,
  loadPriceLists,
  priceBasket,
  type LivePromotion,
  type Offer,
  type PriceList,
  type PricedBasket,
  type Redemption,
} from '../../pricing/index.ts'
import { saleTaxes } from '../../tax/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { NOBODY, type Basket, type BasketLine } from '../domain/basket.ts'
import { deliveryPrice, freeFrom, type DeliveryMethod } from '../domain/delivery-method.ts'
import type { LineProblem, Quote, QuotedLine } from '../queries/quote.ts'
import { listDeliveryMethods } from '../queries/read-delivery-methods.ts'

export async function quoteBasket(reader: Reader, basket: Basket, now: Date): Promise<Result<Quote>> {
  const { market, buyer = NOBODY } = basket
  const variantIds = basket.lines.map((line) => line.variantId)
  const [offers, availability, taxes, methods, promotions, priceLists] = await Promise.all([
    loadOffers(reader, { variantIds, currency: market.currency }),
    loadAvailability(reader, { variantIds, locationCode: market.locationCode }),
    saleTaxes(reader, {
      market: market.code,
      place: { country: basket.country, ...basket.destination },
      on: localDateIn(now, market.timeZone),
    }),
    listDeliveryMethods(reader, basket.country),
    loadLivePromotions(reader, { now, coupons: basket.coupons }),
    loadPriceLists(reader, { ...whereSold(basket), variantIds, now }),
  ])
  const productIds = [...offers.values()].map((offer) => offer.productId)
  const traits = promotions.length === 0 ? undefined : await loadGoodsTraits(reader, productIds)
  const examined = basket.lines.map((line) =>
    examine(line, offers.get(line.variantId), {
      available: availability.get(line.variantId) ?? 0,
      isListed: isListed(basket, line, { priceLists, now }),
    }),
  )
  const sound = examined.filter((line) => line.problem === undefined || line.problem === 'not_enough_left')
  const method = methods.find((known) => known.code === basket.deliveryMethod)
  const priced = priceBasket({
    market: { ...market, tax: taxes.tax },
    country: basket.country,
    lines: sound.map(({ line, offer }) => ({
      variantId: line.variantId,
      quantity: line.quantity,
      unitPrice: offer?.price,
      compareAt: offer?.compareAt,
      taxCategory: offer?.taxCategory ?? '',
      sellable: true,
      ...(offer && { productId: offer.productId, ...traits?.get(offer.productId) }),
    })),
    delivery: method && toDelivery(method, market.currency),
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
  if (!priced.ok) return priced
  const pricedLines = new Map(sound.map((line, index) => [line.line.variantId, priced.value.lines[index]]))
  const lines = examined.map((line) => ({ ...line, priced: pricedLines.get(line.line.variantId) }))
  return ok({
    basket,
    lines,
    priced: priced.value,
    promotions,
    priceLists,
    redemptions: redemptionsOf(priced.value, promotions, basket.coupons),
    method,
    methods,
    missingForFreeDelivery: missing(method ?? methods[0], priced.value),
    orderable: lines.length > 0 && lines.every((line) => line.problem === undefined),
  })
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

export function whereSold({ market, buyer = NOBODY }: Pick<Basket, 'market' | 'buyer'>) {
  const { groups, company } = buyer
  return { currency: market.currency, market: market.code, groups, ...(company !== undefined && { company }) }
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

interface Found {
  readonly available: number
  readonly isListed: boolean
}

function examine(line: BasketLine, offer: Offer | undefined, found: Found): QuotedLine {
  const { available } = found
  const problem = problemOf(line, offer, found)
  return { line, offer, available, priced: undefined, problem }
}

function problemOf(line: BasketLine, offer: Offer | undefined, found: Found): LineProblem | undefined {
  const { available } = found
  if (!offer?.sellable) return 'not_for_sale'
  if (!offer.price && !found.isListed) return 'no_price'
  if (available === 0) return 'sold_out'
  return available < line.quantity ? 'not_enough_left' : undefined
}

export function toDelivery(method: DeliveryMethod, currency: string) {
  const price = deliveryPrice(method, currency)
  if (!price) return undefined
  return { code: method.code, price, freeFrom: freeFrom(method, currency), taxCategory: method.taxCategory }
}

function missing(method: DeliveryMethod | undefined, priced: PricedBasket): Money | undefined {
  const threshold = method && freeFrom(method, priced.currency)
  if (!threshold) return undefined
  const left = subtract(threshold, priced.goodsShown)
  return isPositive(left) ? left : undefined
}
