import { ok, type Result } from '../../../kernel/result.ts'
import { money } from '../../../kernel/money.ts'
import { needsDelivery } from '../../catalog/index.ts'
import type { Reader } from '../../organisation/index.ts'
import {
  loadGoodsTraits,
  loadOffers,
  parcelOf,
  priceBasket,
  type LineToPrice,
  type PriceSnapshot,
} from '../../pricing/index.ts'
import { taxesOfDelivery, type SoldHow, type WayOfNow } from '../domain/amendment.ts'
import type { Basket } from '../domain/basket.ts'
import type { ContentAddress, ContentLine } from '../domain/order-content.ts'
import { refusals } from '../domain/refusals.ts'
import type { QuotedWay } from '../queries/quote.ts'
import { contentTaxes, linesOf } from './priced-content.ts'
import { placeOf } from './quote-basket.ts'
import { readWays } from './ways-of-basket.ts'

export interface GoodsToDeliver {
  readonly basket: Basket
  readonly address: ContentAddress
  /** As the order holds them then. */
  readonly lines: readonly ContentLine[]
  readonly sold: SoldHow
  readonly now: Date
}

/** The ways that there are now for the goods of an order, each with what it costs and promises; none where nothing of it is delivered. */
export async function listWays(reader: Reader, goods: GoodsToDeliver): Promise<readonly QuotedWay[]> {
  const { basket, address, lines, sold, now } = goods
  const brought = lines.filter(({ kind }) => needsDelivery(kind))
  if (brought.length === 0) return []
  const { market } = basket
  const variantIds = [...new Set(brought.map(({ variantId }) => variantId))]
  const offers = await loadOffers(reader, { variantIds, currency: market.currency, place: placeOf(basket, now) })
  const traits = await loadGoodsTraits(reader, [...new Set([...offers.values()].map(({ productId }) => productId))])
  const parcel = parcelOf(
    brought.map(({ variantId, quantity, taxCategory }) => {
      const offer = offers.get(variantId)
      const line = { variantId, quantity, unitPrice: undefined, compareAt: undefined, taxCategory, sellable: true }
      return offer
        ? {
            ...line,
            weightGrams: offer.weightGrams,
            delivered: true,
            productId: offer.productId,
            ...traits.get(offer.productId),
          }
        : { ...line, delivered: true }
    }),
  )
  const { country, region, postcode } = address
  const place = { country, region: region ?? undefined, postcode }
  const { ways } = await readWays(reader, { market, place, parcel, goods: BigInt(shownOf(lines, sold)) }, now)
  return ways.map((way) => ({ ...way, weightGrams: parcel.weightGrams }))
}

const shownOf = (lines: readonly ContentLine[], { pricesIncludeTax }: SoldHow): number =>
  lines.reduce((all, { total, net }) => all + (pricesIncludeTax ? total : net), 0)

/** One of them, with the taxes that it bears beside these goods. `priced` asks the price engine, with the taxes of the sale. */
export function wayOf(
  ways: readonly (QuotedWay & { readonly weightGrams?: number })[],
  code: string,
  {
    lines,
    address,
    sold,
    priced,
  }: Pick<GoodsToDeliver, 'lines' | 'address' | 'sold'> & {
    readonly priced: (lines: readonly LineToPrice[], delivery: PriceSnapshot['delivery']) => PriceSnapshot
  },
): Result<WayOfNow> {
  const way = ways.find((one) => one.code === code)
  if (!way) return refusals.delivery_method_unavailable({ field: 'deliveryMethod' })
  if (way.asksPhone && !address.phone) return refusals.phone_needed({ field: 'address.phone' })
  const { taxCategory, kind, zone, leaves, names, promised, price } = way
  const whole = lines.map(({ variantId, taxCategory: category, total, net }) => ({
    ...{ variantId, quantity: 1, compareAt: undefined, taxCategory: category, sellable: true },
    unitPrice: money(sold.pricesIncludeTax ? total : net, sold.currency),
  }))
  const basket = priceBasket(priced(whole, { code, price, freeFrom: undefined, taxCategory }))
  if (!basket.ok) return basket
  const { delivery, taxes, lines: asPriced } = basket.value
  return ok({
    delivery: Number(delivery?.total.amount ?? 0n),
    deliveryNet: Number(delivery?.net.amount ?? 0n),
    method: code,
    methodNames: names,
    promisedFrom: promised.from,
    promisedTo: promised.to,
    terms: {
      ...{ kind, zone: zone.code, zoneName: zone.name, weightGrams: way.weightGrams ?? 0 },
      pickup: kind === 'pickup' ? (leaves?.pickup ?? null) : null,
    },
    taxes: taxesOfDelivery({
      lines: asPriced.map((line, at) => linesOf(lines[at]!, line)),
      taxes: contentTaxes(taxes),
    }),
  })
}
