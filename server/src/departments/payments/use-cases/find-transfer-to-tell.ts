import type { Database } from '../../../host/database/pool.ts'
import { getOrder, type OrderDetail } from '../../orders/index.ts'
import { inFours } from '../domain/creditor-reference.ts'
import { findTransfer, type TransferDetails } from '../queries/find-transfer.ts'

export interface TransferToTell {
  readonly order: OrderDetail
  readonly transfer: TransferDetails
  /** To whom, which account, and the reference: as people copy them. */
  readonly account: readonly string[]
}

/** Where the money of an order is to go, for who is told; undefined where none is awaited by transfer (any more). */
export async function findTransferToTell(
  reader: Pick<Database, 'rows' | 'row'>,
  orderId: string,
): Promise<TransferToTell | undefined> {
  const [order, transfer] = await Promise.all([getOrder(reader, orderId), findTransfer(reader, orderId)])
  if (!order.ok || !transfer) return undefined
  const { holder, iban, bic, reference } = transfer
  const account = [holder, inFours(iban), bic, inFours(reference)].filter((line) => line !== '')
  return { order: order.value, transfer, account }
}
