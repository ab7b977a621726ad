import type { CurrencyCode } from '../../../kernel/currency.ts'
import { money, zero, type Money } from '../../../kernel/money.ts'
import { tariffCost, type DeliveryTariff, type DeliveryToPrice, type Parcel } from '../../pricing/index.ts'
import type { Reader } from '../../organisation/index.ts'
import type { BasketMarket } from '../domain/basket.ts'
import { isWay, tooDear, wayTo, type DeliveryWay, type WayRefused } from '../domain/delivery-method.ts'
import type { DeliveryPlace } from '../domain/delivery-zone.ts'
import { promisedDates, usualCalendar } from '../domain/dispatch-calendar.ts'
import type { QuotedWay } from '../queries/quote.ts'
import { listDeliveryMethods, type ShopMethod } from '../queries/read-delivery-methods.ts'

export type ShopWay = DeliveryWay<DeliveryTariff>

/** Whether what it carries or costs depends on the categories of the goods. */
export const asksCategories = ({ limits, rates }: ShopMethod) =>
  Boolean(limits.excludedCategories?.length) ||
  rates.some(({ tariffs }) =>
    Object.values(tariffs).some(({ surcharges }) => surcharges?.some(({ categories }) => categories.length > 0)),
  )

export interface Ways {
  readonly ways: readonly ShopWay[]
  readonly refused: readonly WayRefused[]
}

export const NO_WAYS: Ways = { ways: [], refused: [] }

interface Wanted {
  readonly place: DeliveryPlace
  readonly currency: string
  readonly parcel: Parcel
}

/** The ways that reach a place with a parcel, in the shop's order, and why the others do not. */
export function waysOf(methods: readonly ShopMethod[], { place, currency, parcel }: Wanted): Ways {
  const asked = {
    place,
    currency,
    weightGrams: parcel.weightGrams,
    categories: new Set(parcel.pieces.flatMap(({ categories }) => categories)),
  }
  const all = methods.map((method) => wayTo(method, asked))
  return { ways: all.filter(isWay), refused: all.filter((one): one is WayRefused => !isWay(one)) }
}

/** Without those that do not carry goods of such a value. */
export function withinValue({ ways, refused }: Ways, currency: string, goods: bigint): Ways {
  const dear = ways.flatMap((way) => tooDear(way, currency, goods) ?? [])
  if (dear.length === 0) return { ways, refused }
  return {
    ways: ways.filter(({ code }) => !dear.some((one) => one.code === code)),
    refused: [...refused, ...dear],
  }
}

export function toDelivery({ code, zone, tariff, taxCategory }: ShopWay, currency: CurrencyCode): DeliveryToPrice {
  return { code, price: zero(currency), freeFrom: undefined, taxCategory, rate: { zone: zone.name, tariff } }
}

interface Quoting {
  readonly parcel: Parcel
  /** As prices are shown, after promotions. */
  readonly goods: Money
  /** The market's time zone, for places that nobody said anything about. */
  readonly zone: string
  readonly now: Date
}

/** What a way costs and promises. */
export function quoteWay(way: ShopWay, { parcel, goods, zone, now }: Quoting): QuotedWay {
  return {
    ...way,
    price: money(tariffCost(way.tariff, parcel, goods.amount).amount, goods.currency),
    promised: promisedDates(way, way.leaves ?? usualCalendar(zone), now),
  }
}

export interface WaysWanted {
  readonly market: Pick<BasketMarket, 'currency' | 'timeZone' | 'locationCode'>
  readonly place: DeliveryPlace
  readonly parcel: Parcel
  /** What the goods come to, as prices are shown, in minor units. */
  readonly goods: bigint
}

/** The ways that there are to a place with a parcel, each with what it costs and promises now, and why not the others. */
export async function readWays(
  reader: Reader,
  { market, place, parcel, goods: amount }: WaysWanted,
  now: Date,
): Promise<{ readonly ways: readonly QuotedWay[]; readonly refused: readonly WayRefused[] }> {
  const { currency, timeZone: zone, locationCode: from } = market
  const methods = await listDeliveryMethods(reader, { country: place.country, from })
  const { ways, refused } = withinValue(waysOf(methods, { place, currency, parcel }), currency, amount)
  const goods = money(amount, currency)
  return { ways: ways.map((way) => quoteWay(way, { parcel, goods, zone, now })), refused }
}
