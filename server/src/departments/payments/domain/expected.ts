import { ok, type Result } from '../../../kernel/result.ts'
import type { Payment } from './payment.ts'
import { refusals } from './refusals.ts'
import { covered, isTender } from './tender.ts'

/**
 * What is still asked for where an unpaid order comes to `total`: what gift cards leave of it. Refused while money is under way. What is held
 * until goods go out was agreed to for what the order held then: it may come to less, never to less than was taken already, and the rest is
 * let go with the last that is taken (ADR 0016).
 */
export function decideExpected(payments: readonly Payment[], total: bigint): Result<bigint> {
  const asked = payments.filter((payment) => !isTender(payment))
  const due = total - covered(payments)
  if (asked.some((payment) => payment.authorised > 0n && !mayComeTo(payment, due))) return refusals.payment_under_way()
  return due < 0n || (due === 0n) !== (asked.length === 0) ? refusals.cards_cover_more() : ok(due)
}

/** Nothing of it is on its way, it was held for as much, and not more was taken. */
function mayComeTo(payment: Payment, due: bigint): boolean {
  const { captureOn, captured, authorised, released, refunded } = payment
  const isAsked = payment.captures.some(({ state }) => state === 'wanted')
  return captureOn === 'on_shipment' && !isAsked && refunded === 0n && due >= captured && due <= authorised - released
}
