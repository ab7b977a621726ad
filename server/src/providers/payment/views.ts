import type { Payment, Session } from './model.ts'

/** What the world is shown. No personal data: neither address of mail nor name on a card. */
export function sessionView(session: Session) {
  const { id, status, paymentId, reference, amount, capture, createdAt, expiresAt } = session
  return { id, status, paymentId, reference, amount, capture, createdAt, expiresAt }
}

export function sessionWithUrl(session: Session, publicUrl: string) {
  return { ...sessionView(session), url: `${publicUrl}/pay/${session.id}` }
}

/** A capture or a refund with the payment that it changed. */
export function movementView<T>(movement: T, payment: Payment): T & { currency: string; payment: Payment } {
  return { ...movement, currency: payment.currency, payment }
}
