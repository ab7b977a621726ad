import type { DomainEvent } from '../../host/outbox/emit.ts'

/** What an event says of its payment: ids, and the order under which people look for it. */
export interface EventSubject {
  readonly id: string
  readonly orderId: string
}

/** Facts that payments publishes, told of the order. Amounts are whole minor units beside their currency. */
const paymentEvent =
  (name: string) =>
  ({ id, orderId }: EventSubject, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
    name,
    ref: { kind: 'order', id: orderId },
    payload: { paymentId: id, orderId, ...payload },
  })

export const paymentAuthorised = paymentEvent('payment.authorised.v1')
export const paymentCaptured = paymentEvent('payment.captured.v1')
export const paymentRefunded = paymentEvent('payment.refunded.v1')
export const paymentVoided = paymentEvent('payment.voided.v1')
/** The shop and the provider do not agree: a person must look. */
export const paymentMismatched = paymentEvent('payment.mismatched.v1')
export const refundWanted = paymentEvent('payment.refund_wanted.v1')
export const refundFailed = paymentEvent('payment.refund_failed.v1')
/** Facts of a dispute: which, of what, and how it stands. */
const disputeEvent =
  (name: string) =>
  (disputeId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
    name,
    ref: { kind: 'dispute', id: disputeId },
    payload: { disputeId, ...payload },
  })

export const disputeOpened = disputeEvent('dispute.opened.v1')
export const disputeUpdated = disputeEvent('dispute.updated.v1')
export const disputeClosed = disputeEvent('dispute.closed.v1')
/** The bank would not give what was held for it. */
export const captureFailed = paymentEvent('payment.capture_failed.v1')
