import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readStripePayoutFile, STRIPE } from './read-payout-file.ts'
import { findPayoutByRef } from '../queries/find-payout.ts'
import { keepLines, keepPayout } from '../store/payouts.ts'
import type { Words } from './ask-to-explain.ts'
import { bookPayout } from './book-payout.ts'

/** The payouts of a provider's report: those that are known already change nothing, so that a file may be brought twice. */
export async function takePayoutFile(
  ctx: Context,
  content: string,
  words: Words,
): Promise<Result<{ readonly payouts: number; readonly known: number }>> {
  const read = await readStripePayoutFile(content)
  if (!read.ok) return read
  let known = 0
  for (const { payout, lines } of read.value) {
    if (await findPayoutByRef(ctx.tx, STRIPE, payout.id)) {
      known += 1
      continue
    }
    keepPayout(ctx, { ...payout, provider: STRIPE, origin: 'file' })
    const kept = await findPayoutByRef(ctx.tx, STRIPE, payout.id)
    if (!kept) continue
    keepLines(ctx, { id: kept, provider: STRIPE }, { lines, next: null })
    await bookPayout(ctx, kept, words)
    ctx.audit({
      action: 'payments:bring-payouts',
      objectType: 'payout',
      objectId: kept,
      changes: [{ field: 'report' }],
    })
  }
  return ok({ payouts: read.value.length - known, known })
}
