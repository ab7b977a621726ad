import { fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { CAUSES, type Cause } from '../domain/credit.ts'
import type { STANDINGS } from './cards-list.ts'

interface Row {
  readonly id: string
  readonly customer_id: string
  readonly customer_name: string | null
  readonly because: Cause
  readonly standing: (typeof STANDINGS)[number]
  readonly currency: string
  readonly initial: bigint
  readonly balance: bigint
  readonly expires_on: string | null
  readonly market_code: string
  readonly issued_at: Date
}

/** Every grant of store credit, the newest first: to whom, why, how much of it is left, and until when it is good. */
export const creditsList = defineList({
  name: 'store-credits',
  namespace: 'gift-cards',
  columns: {
    customer: { type: 'text' },
    customerId: { type: 'text', sql: 'c.customer_id', filter: ['is'], shown: false },
    because: { type: 'enum', sql: 'c.because', values: [...CAUSES], filter: ['is', 'not'] },
    standing: { type: 'enum', sql: 'c.standing', values: ['open', 'spent'], filter: ['is'] },
    balance: { type: 'money', sql: 'c.balance', filter: ['from', 'to'], sort: true },
    initial: { type: 'money', sql: 'c.initial', filter: ['from', 'to'], sort: true },
    issuedAt: { type: 'instant', sql: 'c.issued_at', filter: ['from', 'to', 'last'], sort: true },
    expiresOn: { type: 'date', sql: 'c.expires_on', filter: ['is', 'from', 'to'] },
    market: { type: 'text', sql: 'c.market_code', filter: ['is'] },
    currency: { type: 'text', sql: 'c.currency', filter: ['is'], shown: false },
  },
  from: 'FROM (SELECT * FROM gift_cards.card WHERE customer_id IS NOT NULL) c',
  as: 'c',
  details: 'LEFT JOIN customers.pub_contact who ON who.customer_uuid = c.customer_id::uuid',
  select: `c.id, c.customer_id, who.name AS customer_name, c.because, c.standing, c.currency, c.initial, c.balance, c.expires_on,
    c.market_code, c.issued_at`,
  keys: [{ sql: 'c.id', type: 'id' }],
  defaultSort: '-issuedAt',
  scope: { market: 'c.market_code' },
  search: {
    ways: [
      (words) => fragment`c.customer_id IN (SELECT found.customer_id FROM customers.pub_contact found
        WHERE ${containing("lower(found.name || ' ' || found.email)", words)})`,
    ],
  },
  present: (row: Row) => ({
    id: row.id,
    customer: row.customer_name ?? '',
    customerId: row.customer_id,
    because: row.because,
    standing: row.standing,
    balance: { amount: Number(row.balance), currency: row.currency },
    initial: { amount: Number(row.initial), currency: row.currency },
    issuedAt: row.issued_at.toISOString(),
    expiresOn: row.expires_on,
    market: row.market_code,
    currency: row.currency,
  }),
})
