import type { DomainEvent } from '../../host/outbox/emit.ts'

/** Money that the bank booked was taken for an order, or known as a payout: ids and the amount, neither from whom nor from which account. */
export const entryBooked = (entryId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'bank_entry.booked.v1',
  ref: { kind: 'bank_entry', id: entryId },
  payload: { entryId, ...payload },
})

/** An order was found that it may be for: somebody should look. */
export const entryProposed = (entryId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'bank_entry.proposed.v1',
  ref: { kind: 'bank_entry', id: entryId },
  payload: { entryId, ...payload },
})
