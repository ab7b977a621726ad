import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Payment, RefundId } from '../domain/payment.ts'
import { sharesOfRefund } from '../domain/share-of-refund.ts'
import { refundNow } from './want-refund.ts'
import { weighRefund } from './weigh-refund.ts'

/**
 * A paid order costs less than it did: so much goes back by the ways it came. It is a refund like any other, so its rule is asked; what was
 * given back before is not given twice. Payments are held under lock. Answers what is wanted back.
 */
export async function giveBackShare(
  ctx: Context,
  payments: readonly Payment[],
  { amount, reason }: { readonly amount: bigint; readonly reason: string },
): Promise<Result<RefundId[]>> {
  const shares = sharesOfRefund(payments, amount)
  const [first] = shares
  if (!first) return ok<RefundId[]>([])
  const whole = shares.reduce((all, share) => all + share.amount, 0n)
  const admitted = await weighRefund(ctx, first.payment, whole)
  if (!admitted.ok) return admitted
  return ok(shares.map((share) => refundNow(ctx, share.payment, { amount: share.amount, reason }).id))
}
