import type { DomainEvent } from '../../host/outbox/emit.ts'

/** Facts that orders publishes. Ids and facts only; who the person is, is looked up when it is needed. */
const orderEvent =
  (name: string) =>
  (orderId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
    name,
    ref: { kind: 'order', id: orderId },
    payload: { orderId, ...payload },
  })

export const orderPlaced = orderEvent('order.placed.v1')
export const orderPaid = orderEvent('order.paid.v1')
/** It may be fulfilled, and on what ground; before it is paid, where it is paid at the door or afterwards. */
export const orderCleared = orderEvent('order.cleared.v1')
export const orderExpired = orderEvent('order.expired.v1')
export const orderCancelled = orderEvent('order.cancelled.v1')
/** What it holds was changed; the difference goes back, or is asked for. */
export const orderAmended = orderEvent('order.amended.v1')
/** A paid order would come to cost more: the change waits until its difference is paid. */
export const balanceAsked = orderEvent('order.balance_asked.v1')
/** It was paid or waived and the change came about, or the order stays as it was. */
export const balanceEnded = orderEvent('order.balance_ended.v1')
export const orderTagged = orderEvent('order.tagged.v1')
/** It is not to be sent; the kind of reason alone, its words may name a person. */
export const orderHeld = orderEvent('order.held.v1')
/** Nothing holds it any more. */
export const orderReleased = orderEvent('order.released.v1')
