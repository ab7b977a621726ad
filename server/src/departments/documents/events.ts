import type { DomainEvent } from '../../host/outbox/emit.ts'
import type { IssuedDocument } from './domain/document.ts'

/** A document has its number: an invoice, a credit note. Ids and facts; who bought is looked up in it. */
export const documentIssued = ({ id, kind, label, order, total, currency }: IssuedDocument): DomainEvent => ({
  name: 'document.issued.v1',
  ref: { kind: 'document', id },
  payload: { documentId: id, orderId: order.id, kind, label, total: { amount: total, currency } },
})
