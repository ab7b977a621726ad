import type { Percent } from '../../../kernel/rate.ts'
import type { TaxZone } from './tax-zone.ts'

/** A rate in force, of a whole country or of a zone that the place lies in. */
export interface RateAtPlace {
  readonly country: string
  readonly category: string
  readonly tax: string
  readonly compound: boolean
  readonly percent: Percent
  readonly zone: Pick<TaxZone, 'country' | 'regions' | 'postcodes' | 'instead'> | undefined
}

/** One of the taxes that goods bear, in the order in which they are computed. */
export interface TaxAtPlace {
  readonly tax: string
  readonly percent: Percent
  readonly compound?: boolean
}

/** Category -> its one tax, where that is all and has no name of its own, or its several taxes. */
export type RatesByCategory = ReadonlyMap<string, Percent | readonly TaxAtPlace[]>

/**
 * Of the rates that reach a place: a zone that stands instead of the country silences the country's taxes, category by
 * category; of one tax the zone's rate is meant. Those that compound come last, since they are on what the others make.
 */
export function ratesAt(rates: readonly RateAtPlace[], country: string): RatesByCategory {
  const byCategory = Map.groupBy(
    rates.filter((rate) => rate.country === country),
    ({ category }) => category,
  )
  return new Map([...byCategory].map(([category, all]) => [category, rateOf(all)]))
}

function rateOf(all: readonly RateAtPlace[]): Percent | TaxAtPlace[] {
  const silenced = all.some(({ zone }) => zone?.instead)
  const byTax = new Map<string, RateAtPlace>()
  for (const rate of [...all].sort(countryFirst)) {
    if (rate.zone || !silenced) byTax.set(rate.tax, rate)
  }
  const taxes = [...byTax.values()].sort(compoundLast)
  const [only] = taxes
  if (only && taxes.length === 1 && only.tax === 'vat') return only.percent
  return taxes.map(({ tax, percent, compound }) => ({ tax, percent, ...(compound && { compound }) }))
}

const countryFirst = (a: RateAtPlace, b: RateAtPlace) => Number(a.zone !== undefined) - Number(b.zone !== undefined)

function compoundLast(a: RateAtPlace, b: RateAtPlace): number {
  return Number(a.compound) - Number(b.compound) || (a.tax < b.tax ? -1 : 1)
}
