import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { listOwnAccounts } from '../../payments/index.ts'
import { listRefundsToSend } from '../queries/read-transfers.ts'
import { lockTransfers, savePaidTransfer } from '../store/transfers.ts'

/** Refunds that no file holds yet, and from which accounts of the shop they can be sent. */
export async function viewRefundsToSend(reader: Pick<Database, 'rows'>) {
  const [refunds, accounts] = [await listRefundsToSend(reader), await listOwnAccounts(reader)]
  return { refunds, accounts: accounts.map(({ method, name, iban }) => ({ method, name, iban })) }
}

/** Which of them still wait for the bank; those are held until the transaction ends. */
export const holdTransfers = (ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  lockTransfers(ctx, ids)

/** The bank says that it went. The transfer is held under lock. */
export const recordTransferPaid = (ctx: Context, id: string, paidOn: LocalDate): void =>
  savePaidTransfer(ctx, id, paidOn)
