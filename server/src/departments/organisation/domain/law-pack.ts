/** Where consumers have the rights of the Union's law: its members, and the states of the EEA that follow it. */
const UNION_AND_EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

export const followsUnionLaw = (country: string): boolean => UNION_AND_EEA.has(country)

/** What a market keeps to unless it is told: the Union's law where it sells there alone, else that of its first country. */
export function lawPackOf(countries: readonly string[]): string {
  return countries.every(followsUnionLaw) ? 'eu' : (countries[0] ?? '').toLowerCase()
}
