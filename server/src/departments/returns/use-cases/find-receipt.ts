import type { Reader } from '../../organisation/index.ts'
import { findWithdrawal, zoneOfMarket, type Withdrawal } from '../queries/read-withdrawals.ts'

/** What is acknowledged, and in whose time. */
export async function findReceipt(
  reader: Reader,
  id: string,
): Promise<{ readonly withdrawal: Withdrawal; readonly zone: string } | undefined> {
  const withdrawal = await findWithdrawal(reader, id)
  return withdrawal && { withdrawal, zone: await zoneOfMarket(reader, withdrawal.market) }
}
