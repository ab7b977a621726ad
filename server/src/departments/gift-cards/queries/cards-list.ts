import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { ORIGINS, type Origin } from '../domain/card.ts'

/** What can be said of a card without knowing the day: that it has ended says its last day. */
export const STANDINGS = ['open', 'spent', 'blocked', 'cancelled'] as const

interface Row {
  readonly id: string
  readonly last4: string | null
  readonly standing: (typeof STANDINGS)[number]
  readonly recipient_name: string
  readonly recipient_email: string
  readonly currency: string
  readonly initial: bigint
  readonly balance: bigint
  readonly expires_on: string | null
  readonly origin: Origin
  readonly market_code: string
  readonly order_id: string | null
  readonly issued_at: Date
}

/** Gift cards, the newest first: a search finds the end of a code, a name or an address. No code is in it. */
export const cardsList = defineList({
  name: 'gift-cards',
  namespace: 'gift-cards',
  columns: {
    last4: { type: 'text', sql: 'c.last4', filter: ['is'] },
    standing: { type: 'enum', sql: 'c.standing', values: [...STANDINGS], filter: ['is', 'not'] },
    recipient: { type: 'text' },
    balance: { type: 'money', sql: 'c.balance', filter: ['from', 'to'], sort: true },
    initial: { type: 'money', sql: 'c.initial', filter: ['from', 'to'], sort: true },
    issuedAt: { type: 'instant', sql: 'c.issued_at', filter: ['from', 'to', 'last'], sort: true },
    expiresOn: { type: 'date', sql: 'c.expires_on', filter: ['is', 'from', 'to'] },
    origin: { type: 'enum', sql: 'c.origin', values: [...ORIGINS], filter: ['is'] },
    market: { type: 'text', sql: 'c.market_code', filter: ['is'] },
    currency: { type: 'text', sql: 'c.currency', filter: ['is'], shown: false },
    orderId: { type: 'text', sql: 'c.order_id', filter: ['is'], shown: false },
  },
  from: 'FROM (SELECT * FROM gift_cards.card WHERE customer_id IS NULL) c',
  as: 'c',
  select: `c.id, c.last4, c.standing, c.recipient_name, c.recipient_email, c.currency, c.initial, c.balance, c.expires_on, c.origin,
    c.market_code, c.order_id, c.issued_at`,
  keys: [{ sql: 'c.id', type: 'id' }],
  defaultSort: '-issuedAt',
  scope: { market: 'c.market_code' },
  search: {
    ways: [
      (words) =>
        containing("lower(coalesce(c.last4, '') || ' ' || c.recipient_email || ' ' || c.recipient_name)", words),
    ],
  },
  present: (row: Row) => ({
    id: row.id,
    last4: row.last4,
    standing: row.standing,
    recipient: row.recipient_name || row.recipient_email,
    balance: { amount: Number(row.balance), currency: row.currency },
    initial: { amount: Number(row.initial), currency: row.currency },
    issuedAt: row.issued_at.toISOString(),
    expiresOn: row.expires_on,
    origin: row.origin,
    market: row.market_code,
    currency: row.currency,
    orderId: row.order_id,
  }),
})
