import {
  holdTransfers,
  listTransfersNamed,
  recordBookedRun,
  recordTransferPaid,
  type Entry,
} from '../../departments/bank/index.ts'
import { recordRefundPaid } from '../../departments/payments/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** Whether money that went out was refunds of ours, one or a whole file of them, and is booked so. The entry is held under lock. */
export async function bookTransfers(ctx: Context, entry: Entry): Promise<Result<boolean>> {
  const { endToEndId, paymentBatch: batch, amount, came, returnReason } = entry
  if (came || returnReason !== null || amount.currency !== 'EUR' || (endToEndId === '' && batch === ''))
    return ok(false)
  const named = await listTransfersNamed(ctx.tx, { endToEndId, batch })
  const single = named.find((one) => one.endToEndId === endToEndId)
  const meant = single ? [single] : named
  const held = await holdTransfers(
    ctx,
    meant.map(({ id }) => id),
  )
  const sum = meant.reduce((all, one) => all + one.amount, 0n)
  if (meant.length === 0 || held.size < meant.length || sum !== amount.amount) return ok(false)
  for (const { id, refundId, endToEndId: name } of meant) {
    const bankReference = `${name} ${entry.bankReference}`.trim()
    const recorded = await recordRefundPaid(ctx, { refundId, paidOn: entry.bookedOn, bankReference })
    if (!recorded.ok) return recorded
    recordTransferPaid(ctx, id, entry.bookedOn)
  }
  recordBookedRun(ctx, entry, { runId: meant[0]?.runId ?? null, orderId: single?.orderId ?? null })
  return ok(true)
}
