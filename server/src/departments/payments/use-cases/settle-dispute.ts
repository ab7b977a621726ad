import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProviderDispute } from '../domain/dispute.ts'
import { refusals } from '../domain/refusals.ts'
import { lockPayment } from '../store/load-payments.ts'
import { recordDispute } from './record-dispute.ts'

/** What the provider said of a dispute (asked before, outside) becomes what we know of its payment. */
export async function recordDisputeOf(
  ctx: Context,
  paymentId: string,
  truth: ProviderDispute,
): Promise<Result<{ readonly changed: boolean }>> {
  const payment = await lockPayment(ctx, paymentId)
  if (!payment) return refusals.not_found()
  return ok({ changed: await recordDispute(ctx, { payment, truth }) })
}
