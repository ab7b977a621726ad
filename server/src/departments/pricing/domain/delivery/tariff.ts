/**
 * What it costs to bring a parcel, from the table of a method in a zone. Pure and in whole minor units.
 *
 * A table has no gaps and no overlaps: each bracket begins right after the one before it and the last is open, so every parcel has
 * exactly one price. Where a method does not go at all is no matter of its table (the limits of the method say it).
 */
import type { MoneyJson } from '../../../../kernel/money.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { refusals } from '../refusals.ts'

/** Whole minor units, as JSON holds them; they are computed with as bigint. */
type MinorUnits = MoneyJson['amount']

/** Up to so many grams, minor units or pieces, these counted in; null: everything above. */
export interface Bracket {
  readonly upTo: number | null
  readonly price: MinorUnits
}

/** On top, whether or not the rest is free: for goods of these categories, or for every parcel where none are named. */
export interface Surcharge {
  readonly name: string
  readonly price: MinorUnits
  /** Once, or for each piece that it is for. */
  readonly per: 'order' | 'unit'
  readonly categories: readonly string[]
}

export type TariffBasis =
  | { readonly by: 'flat'; readonly price: MinorUnits }
  | { readonly by: 'weight' | 'value' | 'units'; readonly brackets: readonly Bracket[] }
  | { readonly by: 'first_next'; readonly first: MinorUnits; readonly next: MinorUnits }

export type DeliveryTariff = TariffBasis & {
  /** Goods worth this much, as prices are shown and after promotions, are brought for the surcharges alone. */
  readonly freeFrom?: MinorUnits
  readonly surcharges?: readonly Surcharge[]
}

/** What is carried, as far as a price depends on it. */
export interface Parcel {
  readonly weightGrams: number
  readonly units: number
  /** By line, for surcharges: ids of its category and of those above it. */
  readonly pieces: readonly { readonly units: number; readonly categories: readonly string[] }[]
}

export interface TariffCost {
  /** Before it is made free. */
  readonly base: bigint
  /** The bracket that it fell into; `over` is where that begins, undefined for the first. */
  readonly bracket: { readonly over: number | undefined; readonly upTo: number | null } | undefined
  readonly free: boolean
  readonly surcharges: readonly { readonly name: string; readonly amount: bigint }[]
  /** What is owed in all. */
  readonly amount: bigint
}

/** `goods`: their value in minor units, as prices are shown. */
export function tariffCost(tariff: DeliveryTariff, parcel: Parcel, goods: bigint): TariffCost {
  const { base, bracket } = baseOf(tariff, parcel, goods)
  const free = tariff.freeFrom !== undefined && goods >= BigInt(tariff.freeFrom)
  const surcharges = (tariff.surcharges ?? []).flatMap((one) => {
    const units = unitsMeant(one, parcel)
    if (units === 0) return []
    return [{ name: one.name, amount: BigInt(one.price) * BigInt(one.per === 'unit' ? units : 1) }]
  })
  const extra = surcharges.reduce((all, { amount }) => all + amount, 0n)
  return { base, bracket, free, surcharges, amount: (free ? 0n : base) + extra }
}

function baseOf(
  tariff: TariffBasis,
  { weightGrams, units }: Parcel,
  goods: bigint,
): Pick<TariffCost, 'base' | 'bracket'> {
  switch (tariff.by) {
    case 'flat':
      return { base: BigInt(tariff.price), bracket: undefined }
    case 'first_next':
      return { base: BigInt(tariff.first) + BigInt(tariff.next) * BigInt(Math.max(units - 1, 0)), bracket: undefined }
    default: {
      const size = { weight: BigInt(weightGrams), units: BigInt(units), value: goods }[tariff.by]
      const at = tariff.brackets.findIndex(({ upTo }) => upTo === null || size <= BigInt(upTo))
      const { upTo, price } = tariff.brackets[at]!
      return { base: BigInt(price), bracket: { over: tariff.brackets[at - 1]?.upTo ?? undefined, upTo } }
    }
  }
}

function unitsMeant({ categories }: Surcharge, { units, pieces }: Parcel): number {
  if (categories.length === 0) return Math.max(units, 1)
  return pieces.reduce((all, one) => (one.categories.some((id) => categories.includes(id)) ? all + one.units : all), 0)
}

/** Brackets rise and only the last is open. What a schema can say (no negative prices, at least one bracket) it has said. */
export function checkTariff(tariff: DeliveryTariff, field: string): Result<void> {
  if (!('brackets' in tariff)) return ok()
  let before = tariff.by === 'units' ? 0 : -1
  const last = tariff.brackets.length - 1
  for (const [at, { upTo }] of tariff.brackets.entries()) {
    if ((upTo === null) !== (at === last)) return refusals.tariff_not_closed({ field: `${field}.brackets.${at}.upTo` })
    if (upTo !== null && upTo <= before)
      return refusals.tariff_not_rising({ field: `${field}.brackets.${at}.upTo`, params: { after: before } })
    before = upTo ?? before
  }
  return ok()
}

interface Carried {
  readonly quantity: number
  readonly weightGrams?: number
  readonly delivered?: boolean
  readonly categories?: readonly string[]
  readonly bundle?: { readonly components: readonly Carried[] }
}

/** What of some lines is carried; bundles are their components. */
export function parcelOf(lines: readonly Carried[]): Parcel {
  const pieces = lines.flatMap(({ bundle, ...line }) =>
    bundle ? bundle.components.map((one) => ({ ...one, quantity: one.quantity * line.quantity })) : [line],
  )
  const carried = pieces.filter(({ delivered }) => delivered !== false)
  return {
    weightGrams: carried.reduce((all, { weightGrams = 0, quantity }) => all + weightGrams * quantity, 0),
    units: carried.reduce((all, { quantity }) => all + quantity, 0),
    pieces: carried.map(({ quantity, categories = [] }) => ({ units: quantity, categories })),
  }
}
