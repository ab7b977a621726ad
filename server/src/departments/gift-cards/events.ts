import type { DomainEvent } from '../../host/outbox/emit.ts'

/** The shop owes somebody an amount of goods: ids and amounts, never a code nor a person. */
export const cardIssued = (cardId: string, payload: Readonly<Record<string, unknown>>): DomainEvent => ({
  name: 'gift_card.issued.v1',
  ref: { kind: 'gift_card', id: cardId },
  payload: { cardId, ...payload },
})
