import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/document.ts'

interface Row {
  readonly id: string
  readonly label: string
  readonly kind: DocumentKind
  readonly issued_on: string
  readonly issued_at: Date
  readonly order_id: string
  readonly order_number: bigint
  readonly customer: string
  readonly market_code: string
  readonly currency: string
  readonly tax: bigint
  readonly total: bigint
}

/** Documents, the newest first; a search finds a number, an order's number or a customer. */
export const documentsList = defineList({
  name: 'documents',
  namespace: 'documents',
  columns: {
    label: { type: 'text' },
    kind: { type: 'enum', sql: 'd.kind', values: [...DOCUMENT_KINDS], filter: ['is', 'not'] },
    issuedOn: { type: 'date', sql: 'd.issued_on', filter: ['is', 'from', 'to', 'last'] },
    issuedAt: { type: 'instant', sql: 'd.issued_at', filter: ['from', 'to', 'last'], sort: true },
    orderNumber: { type: 'text' },
    customer: { type: 'text' },
    market: { type: 'text', sql: 'd.market_code', filter: ['is'] },
    tax: { type: 'money' },
    total: { type: 'money', sql: 'd.total', filter: ['from', 'to'], sort: true },
    orderId: { type: 'text', sql: 'd.order_id', filter: ['is'], shown: false },
  },
  from: 'FROM documents.document d',
  as: 'd',
  select: `d.id, d.label, d.kind, d.issued_on, d.issued_at, d.order_id, d.order_number, d.customer, d.market_code, d.currency,
    d.tax, d.total`,
  keys: [{ sql: 'd.id', type: 'id' }],
  defaultSort: '-issuedAt',
  scope: { market: 'd.market_code' },
  search: {
    ways: [
      (words) => containing("lower(d.label || ' ' || d.order_number || ' ' || d.customer)", words.replace(/^#/, '')),
    ],
  },
  present: (row: Row) => ({
    id: row.id,
    label: row.label,
    kind: row.kind,
    issuedOn: row.issued_on,
    issuedAt: row.issued_at.toISOString(),
    orderId: row.order_id,
    orderNumber: String(row.order_number),
    customer: row.customer,
    market: row.market_code,
    tax: { amount: Number(row.tax), currency: row.currency },
    total: { amount: Number(row.total), currency: row.currency },
  }),
})
