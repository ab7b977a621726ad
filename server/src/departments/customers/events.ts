import type { DomainEvent } from '../../host/outbox/emit.ts'

/** Facts of a customer's consents: ids and the purpose's code, nothing of the person. */
const consentEvent =
  (name: string) =>
  (customerId: string, consentId: string, purpose: string): DomainEvent => ({
    name,
    ref: { kind: 'customer', id: customerId },
    payload: { customerId, consentId, purpose },
  })

export const consentGiven = consentEvent('consent.given.v1')
export const consentWithdrawn = consentEvent('consent.withdrawn.v1')
