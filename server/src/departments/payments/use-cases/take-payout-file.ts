import type { Context } from '../../../host/context.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import type { ProviderPayout, ProviderPayoutLine } from '../domain/payout.ts'
import { refusals } from '../domain/refusals.ts'
import { findPayoutByRef } from '../queries/find-payout.ts'
import { keepLines, keepPayout } from '../store/payouts.ts'
import { bookPayout } from './book-payout.ts'

/** Whose report it is. */
const STRIPE = 'stripe'

export interface PayoutOfFile {
  readonly payout: ProviderPayout
  readonly lines: readonly ProviderPayoutLine[]
}

/** What was read of a report, or what is wrong with it. */
export type PayoutFile =
  | { readonly payouts: readonly PayoutOfFile[] }
  | { readonly flaw: 'unreadable'; readonly row: number }
  | { readonly flaw: 'columns'; readonly columns: string }

/** The payouts of a provider's report: those that are known already change nothing, so that a file may be brought twice. */
export async function takePayoutFile(
  ctx: Context,
  file: PayoutFile,
): Promise<Result<{ readonly payouts: number; readonly known: number }>> {
  if ('flaw' in file) return refusalOf(file)
  if (file.payouts.length === 0) return refusals.payout_file_empty({ field: 'content' })
  let known = 0
  for (const { payout, lines } of file.payouts) {
    if (await findPayoutByRef(ctx.tx, STRIPE, payout.id)) {
      known += 1
      continue
    }
    keepPayout(ctx, { ...payout, provider: STRIPE, origin: 'file' })
    const kept = await findPayoutByRef(ctx.tx, STRIPE, payout.id)
    if (kept === undefined) continue
    keepLines(ctx, { id: kept, provider: STRIPE }, { lines, next: null })
    await bookPayout(ctx, kept)
    ctx.audit({
      action: 'payments:bring-payouts',
      objectType: 'payout',
      objectId: kept,
      changes: [{ field: 'report' }],
    })
  }
  return ok({ payouts: file.payouts.length - known, known })
}

function refusalOf(file: Exclude<PayoutFile, { payouts: unknown }>): Refused {
  return file.flaw === 'columns'
    ? refusals.payout_file_columns({ field: 'content', params: { columns: file.columns } })
    : refusals.payout_file_unreadable({ field: 'content', params: { row: file.row } })
}
