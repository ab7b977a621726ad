import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideExpected } from '../domain/expected.ts'
import type { Payment } from '../domain/payment.ts'
import { isTender } from '../domain/tender.ts'
import { saveExpected } from '../store/save-expected.ts'

/** An order was changed before it was paid: its payments stand for what it holds now. Payments are held under lock. */
export function expectOther(
  ctx: Context,
  payments: readonly Payment[],
  { total, authorisedHash }: { readonly total: bigint; readonly authorisedHash: string },
): Result<void> {
  const due = decideExpected(payments, total)
  if (!due.ok) return due
  for (const payment of payments)
    saveExpected(ctx, payment, { amount: isTender(payment) ? payment.amount : due.value, authorisedHash })
  return ok()
}
