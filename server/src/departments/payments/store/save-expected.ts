import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Payment } from '../domain/payment.ts'

/** What a payment waits for, and what it stands for. */
export function saveExpected(
  ctx: Context,
  { id }: Payment,
  { amount, authorisedHash }: { readonly amount: bigint; readonly authorisedHash: string },
): void {
  ctx.tx.later(sql`
    UPDATE payments.payment SET amount = ${amount}, authorised_hash = ${authorisedHash}, updated_at = ${ctx.now}, version = version + 1
    WHERE id = ${id}`)
}
