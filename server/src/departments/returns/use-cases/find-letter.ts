import { listEntities, listMarkets, type Entity, type Reader } from '../../organisation/index.ts'
import { findWithdrawal, type Withdrawal } from '../queries/read-withdrawals.ts'

export interface LetterOfWithdrawal {
  readonly withdrawal: Withdrawal
  readonly zone: string
  /** Who sold, and where goods go back to. */
  readonly seller: Entity | undefined
}

/** What is written about a withdrawal: the case, in whose days, and who sells. */
export async function findLetter(reader: Reader, id: string): Promise<LetterOfWithdrawal | undefined> {
  const withdrawal = await findWithdrawal(reader, id)
  if (!withdrawal) return undefined
  const market = (await listMarkets(reader)).find(({ code }) => code === withdrawal.market)
  const entities = await listEntities(reader)
  const seller = entities.find(({ id: one }) => one === market?.entityId) ?? entities[0]
  return { withdrawal, zone: market?.timeZone ?? 'UTC', seller }
}
