import { ok, type Result } from '../../../kernel/result.ts'
import type { Payment } from './payment.ts'
import { refusals } from './refusals.ts'
import { covered, isTender } from './tender.ts'

/** What is still asked for where an unpaid order comes to `total`: what gift cards leave of it. Refused while money is under way. */
export function decideExpected(payments: readonly Payment[], total: bigint): Result<bigint> {
  const asked = payments.filter((payment) => !isTender(payment))
  // What was authorised was authorised for what the order held then.
  if (asked.some(({ authorised }) => authorised > 0n)) return refusals.payment_under_way()
  const due = total - covered(payments)
  return due < 0n || (due === 0n) !== (asked.length === 0) ? refusals.cards_cover_more() : ok(due)
}
