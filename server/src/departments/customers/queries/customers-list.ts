import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

export interface CustomerView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: string
  readonly phone: string | null
  readonly registered: boolean
  readonly labels: string[]
  readonly createdAt: string
  readonly version: number
}

export interface CustomerRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: string
  readonly phone: string | null
  readonly registered: boolean
  readonly labels: string[]
  readonly created_at: Date
  readonly version: number
}

export const customerColumns =
  'c.id, c.email, c.name, c.locale, c.phone, c.password_hash IS NOT NULL AS registered, c.labels, c.created_at, c.version'

/** The newest first; found by part of a name or an e-mail address. */
export const customersList = defineList<CustomerRow, CustomerView>({
  name: 'customers',
  namespace: 'customers',
  columns: {
    name: { type: 'text', sql: 'lower(c.name)', sort: true },
    email: { type: 'text', sql: 'c.email', filter: ['is'], sort: true },
    locale: { type: 'enum', sql: 'c.locale', values: ['en', 'it', 'es', 'id'], filter: ['is', 'not'] },
    phone: { type: 'text', nullable: true },
    registered: { type: 'boolean', sql: 'c.password_hash IS NOT NULL', filter: ['is'] },
    createdAt: { type: 'instant', sql: 'c.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM customers.customer c',
  as: 'c',
  select: customerColumns,
  keys: [{ sql: 'c.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(c.name || ' ' || c.email)", words)] },
  present: toCustomer,
})

export function toCustomer(row: CustomerRow): CustomerView {
  const { id, email, name, locale, phone, registered, labels, version } = row
  return { id, email, name, locale, phone, registered, labels, version, createdAt: row.created_at.toISOString() }
}
