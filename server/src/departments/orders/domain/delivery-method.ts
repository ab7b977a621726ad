import { closeness, isPart, type DeliveryPlace, type DeliveryZone } from './delivery-zone.ts'
import type { DispatchPlace } from './dispatch-calendar.ts'

/** What a method brings to a zone, and in how many working days. What a tariff is the price engine knows. */
export interface ZoneRate<Tariff = unknown> {
  readonly zone: DeliveryZone
  readonly minDays: number
  readonly maxDays: number
  /** By currency. */
  readonly tariffs: Readonly<Record<string, Tariff>>
}

/** What a method does not carry. */
export interface DeliveryLimits {
  readonly maxWeightGrams?: number | undefined
  /** Currency -> whole minor units of goods. */
  readonly maxValue?: Readonly<Record<string, number>> | undefined
  /** Ids of categories; goods of those below are meant too. */
  readonly excludedCategories?: readonly string[] | undefined
}

export interface DeliveryMethod<Tariff = unknown> {
  readonly code: string
  /** Brought to an address, or collected at a place of ours. */
  readonly kind: 'carriage' | 'pickup'
  readonly names: Readonly<Record<string, string>>
  readonly descriptions: Readonly<Record<string, string>>
  readonly taxCategory: string
  readonly limits: DeliveryLimits
  /** Whether the carrier has to be able to call. */
  readonly asksPhone?: boolean
  /** The location where it is collected. */
  readonly place: string | null
  readonly rates: readonly ZoneRate<Tariff>[]
}

/** What is to be delivered where, as far as it decides which ways there are. */
export interface WayAsked {
  readonly place: DeliveryPlace
  readonly currency: string
  readonly weightGrams: number
  /** Ids of the categories of everything in it. */
  readonly categories: ReadonlySet<string>
}

/** A method as it reaches one place. */
export interface DeliveryWay<Tariff = unknown> extends Omit<DeliveryMethod<Tariff>, 'rates'> {
  readonly zone: Pick<DeliveryZone, 'code' | 'name'>
  readonly minDays: number
  readonly maxDays: number
  readonly tariff: Tariff
  /** From where it leaves, or where it is collected; undefined where nobody said anything of it. */
  readonly leaves: DispatchPlace | undefined
}

export type WayLack =
  | 'country_not_reached'
  | 'address_needed'
  | 'address_not_reached'
  | 'currency_not_priced'
  | 'no_place'
  | 'too_heavy'
  | 'too_dear'
  | 'category_excluded'

/** The first thing that speaks against a method. */
export interface WayRefused {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly because: WayLack
  /** Grams of `too_heavy`, minor units of `too_dear`. */
  readonly limit?: number
}

type Known<Tariff> = DeliveryMethod<Tariff> & { readonly leaves: DispatchPlace | undefined }

export function wayTo<Tariff>(method: Known<Tariff>, asked: WayAsked): DeliveryWay<Tariff> | WayRefused {
  const { place, currency, weightGrams, categories } = asked
  const refused = (because: WayLack, limit?: number): WayRefused => ({
    code: method.code,
    names: method.names,
    because,
    ...(limit !== undefined && { limit }),
  })
  const { rates, limits, ...rest } = method
  const reaching = rates.filter(({ zone }) => zone.countries.includes(place.country))
  if (reaching.length === 0) return refused('country_not_reached')
  const rate = rateAt(reaching, place)
  if (!rate) return refused(isWhere(place, reaching) ? 'address_not_reached' : 'address_needed')
  const tariff = rate.tariffs[currency]
  if (tariff === undefined) return refused('currency_not_priced')
  if (method.kind === 'pickup' && !method.leaves?.pickup) return refused('no_place')
  if (limits.maxWeightGrams !== undefined && weightGrams > limits.maxWeightGrams)
    return refused('too_heavy', limits.maxWeightGrams)
  if (limits.excludedCategories?.some((id) => categories.has(id))) return refused('category_excluded')
  const { minDays, maxDays, zone } = rate
  return { ...rest, limits, zone: { code: zone.code, name: zone.name }, minDays, maxDays, tariff }
}

/** Asked once the value of the goods is known, as prices are shown and after promotions. */
export function tooDear(way: DeliveryWay, currency: string, goods: bigint): WayRefused | undefined {
  const limit = way.limits.maxValue?.[currency]
  if (limit === undefined || goods <= BigInt(limit)) return undefined
  return { code: way.code, names: way.names, because: 'too_dear', limit }
}

/** Of the zones that name the place the one that names it most closely; two that do so equally are refused when they are put. */
function rateAt<Tariff>(rates: readonly ZoneRate<Tariff>[], place: DeliveryPlace): ZoneRate<Tariff> | undefined {
  let best: ZoneRate<Tariff> | undefined
  for (const rate of rates) {
    const near = closeness(rate.zone, place)
    if (near > (best ? closeness(best.zone, place) : 0)) best = rate
  }
  return best
}

/** Whether as much of the address is known as its zones ask for. */
function isWhere({ region, postcode }: DeliveryPlace, rates: readonly ZoneRate[]): boolean {
  return rates.every(
    ({ zone }) => !isPart(zone) || ((zone.regions.length === 0 || region) && (zone.postcodes.length === 0 || postcode)),
  )
}

export const isWay = <Tariff>(one: DeliveryWay<Tariff> | WayRefused): one is DeliveryWay<Tariff> => !('because' in one)
