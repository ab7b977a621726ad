import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'

/** A refund whose job was lost gets another one, at most once an hour; sending looks first, so twice is harmless. */
export async function resendRefund(ctx: Context, refundId: string): Promise<Result<void>> {
  ctx.enqueue({ kind: 'send-refund', ref: refundId, dedupKey: `${refundId} ${ctx.now.toISOString().slice(0, 13)}` })
  return ok()
}
