import type { Context } from '../../../host/context.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refundable, type Payment } from '../domain/payment.ts'
import { readRefundedSince } from '../queries/refunds-since.ts'
import { lockPaymentsOfOrder } from '../store/load-payments.ts'

export const REFUND: GuardedAct = {
  act: 'payments.refund',
  permission: 'payments:refund',
  facts: { amount: 'money' },
}

const DAY_MS = 86_400_000

/** Counts what the order got back within a day: a refund in two halves is one refund. The payment is held under lock. */
export function weighRefund(ctx: Context, { orderId, currency }: Payment, amount: bigint): Promise<Result<void>> {
  const since = new Date(ctx.now.getTime() - DAY_MS)
  return weigh(ctx, {
    act: REFUND.act,
    facts: async () => {
      // Two halves at once, by two payments of one order, see each other.
      await lockPaymentsOfOrder(ctx, orderId)
      const before = await readRefundedSince(ctx.tx, { orderId, currency, since })
      return { amount: moneyFact(money(before + amount, currency)) }
    },
    ref: { kind: 'order', id: orderId },
  })
}

/** What a cancelled order would give back is a refund, too: calling off must not be a way around its rule. */
export async function weighGivingBack(ctx: Context, payments: readonly Payment[]): Promise<Result<void>> {
  const owed = new Map<string, { payment: Payment; amount: bigint }>()
  for (const payment of payments) {
    const known = owed.get(payment.currency)?.amount ?? 0n
    const more = refundable(payment)
    if (more > 0n) owed.set(payment.currency, { payment, amount: known + more })
  }
  for (const { payment, amount } of owed.values()) {
    const admitted = await weighRefund(ctx, payment, amount)
    if (!admitted.ok) return admitted
  }
  return ok()
}
