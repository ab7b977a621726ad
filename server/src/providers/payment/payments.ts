import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { tell } from './events.ts'
import { takeFault } from './faults.ts'
import { readAmount, readFields, readText } from './input.ts'
import { keepCard } from './keep-card.ts'
import type { Capture, Card, DeclineReason, Payment, PaymentStatus, Refund, Session } from './model.ts'

const mostMovements = 100

export function getPayment(desk: Desk, id: string): Payment {
  const payment = desk.book.payments.get(id)
  if (payment === undefined) throw new ApiError(404, 'payment_not_found', `There is no payment ${id}.`)
  return payment
}

export interface Loaded {
  session: Session
  payment: Payment
}

/** For a change, which is told with its session; sessions are forgotten before payments are. */
export function loadPayment(desk: Desk, id: string): Loaded {
  const payment = getPayment(desk, id)
  const session = desk.book.findSession(payment.sessionId)
  if (session === undefined) {
    throw new ApiError(409, 'payment_archived', 'The payment is too old to be changed here.')
  }
  return { session, payment }
}

/** Completes the session with an authorised payment, captured at once where the session asks for it. */
export function authorise(desk: Desk, session: Session, card: Card, authenticated = false): Session {
  const kept = keepCard(desk, session, card)
  const payment = { ...newPayment(desk, session, card, null), authenticated, ...(kept && { kept }) }
  const completed: Session = {
    ...session,
    status: 'completed',
    paymentId: payment.id,
    tries: session.tries + 1,
    lastTry: null,
    challenge: null,
  }
  desk.put({ payment })
  desk.put({ session: completed })
  tell(desk, 'payment.authorised', { session: completed, payment })
  if (session.capture === 'automatic') {
    const whole = { amount: payment.authorised, reference: payment.reference }
    addCapture(desk, { session: completed, payment }, whole)
  }
  return completed
}

export function decline(desk: Desk, session: Session, card: Card, reason: DeclineReason): void {
  const payment = newPayment(desk, session, card, reason)
  desk.put({ payment })
  tell(desk, 'payment.declined', { session, payment })
}

function newPayment(desk: Desk, session: Session, card: Card, declineReason: DeclineReason | null): Payment {
  const at = new Date(desk.now).toISOString()
  return {
    id: desk.newId('dpp'),
    reference: session.reference,
    sessionId: session.id,
    amount: session.amount.amount,
    currency: session.amount.currency,
    authorised: declineReason === null ? session.amount.amount : 0,
    captured: 0,
    refunded: 0,
    released: 0,
    status: declineReason === null ? 'authorised' : 'declined',
    declineReason,
    captures: [],
    refunds: [],
    card: { brand: card.brand, last4: card.last4 },
    createdAt: at,
    updatedAt: at,
  }
}

interface Movement {
  amount: number
  reference: string | null
}

export function capture(desk: Desk, id: string, input: unknown): { capture: Capture; payment: Payment } {
  const { session, payment } = loadPayment(desk, id)
  const movement = readMovement(payment, input)
  const left = payment.authorised - payment.captured - payment.released
  if (payment.status === 'declined' || left === 0) {
    throw new ApiError(
      409,
      'payment_not_capturable',
      `A payment that is ${payment.status} has nothing left to capture.`,
    )
  }
  refuseAbove(left, movement.amount, 'captured')
  refuseTooMany(payment.captures)
  const about = { operation: 'capture' as const, references: [payment.reference, movement.reference] }
  if (takeFault(desk, about, ['fail'])) throw new ApiError(422, 'card_declined', 'The bank gives nothing of it.')
  return addCapture(desk, { session, payment }, movement)
}

function addCapture(desk: Desk, { session, payment }: Loaded, movement: Movement) {
  const made: Capture = { id: desk.newId('dpc'), ...wrongly(desk, 'capture', payment, movement), createdAt: at(desk) }
  const captured = payment.captured + made.amount
  const changed = change(desk, { ...payment, captured, captures: [...payment.captures, made] })
  tell(desk, 'payment.captured', { session, payment: changed })
  return { capture: made, payment: changed }
}

export function refund(desk: Desk, id: string, input: unknown): { refund: Refund; payment: Payment } {
  const { session, payment } = loadPayment(desk, id)
  const movement = readMovement(payment, input)
  const left = payment.captured - payment.refunded
  if (left === 0) {
    throw new ApiError(409, 'payment_not_refundable', `A payment that is ${payment.status} has nothing left to refund.`)
  }
  refuseAbove(left, movement.amount, 'refunded')
  refuseTooMany(payment.refunds)
  const fails = takeFault(desk, { operation: 'refund', references: [payment.reference, movement.reference] }, ['fail'])
  const made: Refund = {
    id: desk.newId('dpr'),
    ...wrongly(desk, 'refund', payment, movement),
    status: fails === undefined ? 'succeeded' : 'failed',
    createdAt: at(desk),
  }
  const refunded = payment.refunded + (fails === undefined ? made.amount : 0)
  const changed = change(desk, { ...payment, refunded, refunds: [...payment.refunds, made] })
  const told = { session, payment: changed, refund: made }
  tell(desk, `refund.${made.status}`, told)
  return { refund: made, payment: changed }
}

/** Gives back what is authorised and not captured. */
export function voidPayment(desk: Desk, id: string): Payment {
  const { session, payment } = loadPayment(desk, id)
  const left = payment.authorised - payment.captured - payment.released
  if (left === 0) {
    throw new ApiError(409, 'payment_not_voidable', `A payment that is ${payment.status} has nothing left to void.`)
  }
  const changed = change(desk, { ...payment, released: payment.released + left })
  tell(desk, 'payment.voided', { session, payment: changed })
  return changed
}

function readMovement(payment: Payment, input: unknown): Movement {
  const body = readFields(input, ['amount', 'reference'])
  const { amount, currency } = readAmount(body['amount'], 'amount')
  if (currency !== payment.currency) {
    throw new ApiError(422, 'currency_mismatch', `The payment is in ${payment.currency}.`)
  }
  return { amount, reference: readText(body, 'reference', { optional: true, most: 200 }) }
}

function refuseAbove(left: number, amount: number, verb: string): void {
  if (amount > left) throw new ApiError(422, 'amount_too_large', `At most ${left} can still be ${verb}.`)
}

function refuseTooMany(movements: readonly unknown[]): void {
  if (movements.length >= mostMovements) {
    throw new ApiError(422, 'too_many_movements', `A payment holds at most ${mostMovements} captures and refunds each.`)
  }
}

/** One minor unit less where that fault was ordered; an amount of one minor unit cannot be made wrong that way. */
function wrongly(desk: Desk, operation: 'capture' | 'refund', payment: Payment, movement: Movement): Movement {
  if (movement.amount <= 1) return movement
  const occasion = { operation, references: [payment.reference, movement.reference] }
  const fault = takeFault(desk, occasion, ['wrong_amount'])
  return fault === undefined ? movement : { ...movement, amount: movement.amount - 1 }
}

export function change(desk: Desk, payment: Payment): Payment {
  const changed = { ...payment, status: statusOf(payment), updatedAt: at(desk) }
  desk.put({ payment: changed })
  return changed
}

function statusOf({ authorised, captured, refunded, released }: Payment): PaymentStatus {
  if (refunded > 0) return refunded === captured ? 'refunded' : 'partially_refunded'
  if (captured > 0) return captured + released === authorised ? 'captured' : 'partially_captured'
  return released > 0 ? 'voided' : 'authorised'
}

export function at(desk: Desk): string {
  return new Date(desk.now).toISOString()
}
