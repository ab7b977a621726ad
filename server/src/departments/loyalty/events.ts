import type { DomainEvent } from '../../host/outbox/emit.ts'

/** A customer's points became more or fewer, told of the customer: ids and numbers, never a name. */
export const pointsMoved = (customerId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'points.moved.v1',
  ref: { kind: 'customer', id: customerId },
  payload: { customerId, ...payload },
})
