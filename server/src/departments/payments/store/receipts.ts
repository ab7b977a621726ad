import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Receipt } from '../domain/receipt.ts'
import { refusals } from '../domain/refusals.ts'

export function insertReceipt(ctx: Context, id: string, orderId: string, receipt: Receipt): void {
  const { amount, receivedOn, bankReference } = receipt
  ctx.tx.later(
    sql`
    INSERT INTO payments.receipt (id, order_id, amount, currency, received_on, bank_reference, actor, at)
    VALUES (${id}, ${orderId}, ${amount.amount}, ${amount.currency}, ${receivedOn}, ${bankReference}, ${actorText(ctx.actor)}, ${ctx.now})`,
    { refusals: { one_receipt_per_movement: () => refusals.receipt_known({ field: 'bankReference' }) } },
  )
}
