import type { DomainEvent } from '../../host/outbox/emit.ts'

/** Somebody withdrew: ids alone, neither who nor from what. */
export const withdrawalReceived = (withdrawalId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'withdrawal.received.v1',
  ref: { kind: 'withdrawal', id: withdrawalId },
  payload: { withdrawalId, ...payload },
})

export const withdrawalDecided = (withdrawalId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'withdrawal.decided.v1',
  ref: { kind: 'withdrawal', id: withdrawalId },
  payload: { withdrawalId, ...payload },
})
