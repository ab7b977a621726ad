import { followsUnionLaw } from '../../organisation/index.ts'

interface SoldWhere {
  readonly country: string
  readonly lawPack: string
}

/** The law of the country to which is sold counts (Regulation (EC) 593/2008, art. 6), or the market says that the Union's does. */
export const withdrawalByLaw = ({ country, lawPack }: SoldWhere): boolean =>
  lawPack === 'eu' || followsUnionLaw(country)

/** Where the law gives the right, or the shop promises it in its returns policy: elsewhere it is a choice of each market. */
export function offersWithdrawal(where: SoldWhere & { readonly promisedDays: number }): boolean {
  return withdrawalByLaw(where) || where.promisedDays > 0
}
