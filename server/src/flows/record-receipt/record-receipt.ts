/**
 * Money for an order came past any provider: somebody saw it on a bank statement, or a carrier paid it over. In one transaction, order
 * before payments (docs/lock-order.md), it counts for what the order waits for, with its entry; where that is all, the order is paid
 * and its sale posted, as it is by any other way. What came too much, or too late, is to go back. Where a change of a paid order waits for
 * its difference, it is that which came.
 */
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { findBalanceDue, lockOrder } from '../../departments/orders/index.ts'
import { lockOrderPayments, recordReceipt, type Receipt } from '../../departments/payments/index.ts'
import { completeSale, receiveBalance } from '../settle-payment/index.ts'

export async function receiveMoney(
  ctx: Context,
  { orderId, receipt }: { readonly orderId: string; readonly receipt: Receipt },
): Promise<Result<{ paid: boolean }>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const balance = await findBalanceDue(ctx.tx, orderId)
  if (balance) {
    const received = await receiveBalance(ctx, { order: order.value, balance, receipt })
    return received.ok ? ok({ paid: true }) : received
  }
  const payments = await lockOrderPayments(ctx, orderId)
  const recorded = await recordReceipt(ctx, { receipt, payments, order: order.value })
  if (!recorded.ok) return recorded
  const { paysFor } = recorded.value
  if (paysFor === undefined) return ok({ paid: false })
  const sold = await completeSale(ctx, order.value, { payments, paysFor })
  return sold.ok ? ok({ paid: true }) : sold
}
