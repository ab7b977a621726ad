import { followsUnionLaw } from '../../organisation/index.ts'

/** The law of the country to which is sold counts (Regulation (EC) 593/2008, art. 6), or the market says that the Union's does. */
export function offersWithdrawal({
  country,
  lawPack,
}: {
  readonly country: string
  readonly lawPack: string
}): boolean {
  return lawPack === 'eu' || followsUnionLaw(country)
}
