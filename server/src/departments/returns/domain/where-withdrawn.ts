/** Where consumers have the right and its function: the Union, and the states of the EEA that follow it. */
const COUNTRIES = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
)

/** The law of the country to which is sold counts (Regulation (EC) 593/2008, art. 6), or the market says that the Union's does. */
export function offersWithdrawal({
  country,
  lawPack,
}: {
  readonly country: string
  readonly lawPack: string
}): boolean {
  return lawPack === 'eu' || COUNTRIES.has(country)
}
