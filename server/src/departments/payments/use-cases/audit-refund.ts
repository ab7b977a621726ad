import type { Context } from '../../../host/context.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import type { Payment } from '../domain/payment.ts'

interface RefundToAudit {
  readonly amount: bigint
  /** A sentence of who gave it back, or one of the house's own under `payments.reasons`. */
  readonly reason: string
  readonly asCredit?: boolean
}

/** Who gave back how much, and why: kept with the payment, and with its order, where people look for it. */
export function auditRefund(ctx: Context, payment: Payment, { amount, reason, asCredit = false }: RefundToAudit): void {
  const after = moneyToJson(money(amount, payment.currency))
  const changes = [{ field: asCredit ? 'refundedAsCredit' : 'refundWanted', after }]
  ctx.audit({ action: 'payments:refund', objectType: 'payment', objectId: payment.id, changes, reason })
  ctx.audit({ action: 'payments:refund', objectType: 'order', objectId: payment.orderId, changes, reason })
}
