import { money, type Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { tariffCost, type Parcel } from '../../pricing/index.ts'
import type { MethodWithTariffs } from '../queries/delivery-method-row.ts'
import type { ShopMethod } from '../queries/read-delivery-methods.ts'
import { quoteWay, waysOf } from './ways-of-basket.ts'

/** The lightest there is: what anything costs at least. */
const LIGHTEST: Parcel = { weightGrams: 0, units: 1, pieces: [] }

export interface UsualDelivery {
  /** From this on. */
  readonly price: Money
  readonly freeFrom: Money | undefined
  readonly promised: { readonly from: LocalDate; readonly to: LocalDate }
}

/** The first way that brings something to a country, before anybody knows what and exactly where. */
export function usualDelivery(
  methods: readonly ShopMethod[],
  { country, currency, zone, now }: { country: string; currency: string; zone: string; now: Date },
): UsualDelivery | undefined {
  const { ways } = waysOf(methods, { place: { country }, currency, parcel: LIGHTEST })
  const way = ways.find(({ kind }) => kind === 'carriage') ?? ways[0]
  if (!way) return undefined
  const { price, promised } = quoteWay(way, { parcel: LIGHTEST, goods: money(0, currency), zone, now })
  return { price, freeFrom: thresholdOf(way.tariff.freeFrom, currency), promised }
}

/** What a method costs at least and from when it is free, to a country; for sales whose parcel nobody knows any more. */
export function usualTerms(
  { rates }: MethodWithTariffs,
  { country, currency }: { readonly country: string; readonly currency: string },
): { readonly price: Money; readonly freeFrom: Money | undefined } | undefined {
  const rate = rates.find(({ zone, tariffs }) => zone.countries.includes(country) && tariffs[currency])
  const tariff = rate?.tariffs[currency]
  if (!tariff) return undefined
  const price = money(tariffCost({ ...tariff, freeFrom: undefined } as typeof tariff, LIGHTEST, 0n).amount, currency)
  return { price, freeFrom: thresholdOf(tariff.freeFrom, currency) }
}

const thresholdOf = (amount: number | undefined, currency: string) =>
  amount === undefined ? undefined : money(amount, currency)
