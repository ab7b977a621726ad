import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { decodeCursor, toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AddressDraft } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'

export interface CustomerView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: string
  readonly phone: string | null
  readonly registered: boolean
  readonly createdAt: string
  readonly version: number
}

export interface AddressView extends AddressDraft {
  readonly id: string
}

interface CustomerRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: string
  readonly phone: string | null
  readonly registered: boolean
  readonly created_at: Date
  /** The instant in full: the cursor must not lose the microseconds that a Date does not have. */
  readonly created_text: string
  readonly version: number
}

const columns = fragment`
  id, email, name, locale, phone, password_hash IS NOT NULL AS registered, created_at, created_at::text AS created_text,
  version FROM customers.customer`

export interface CustomerListInput {
  /** Part of a name or an e-mail address. */
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listCustomers(
  database: Database,
  { search, after, limit }: CustomerListInput,
): Promise<Result<Page<CustomerView>>> {
  const cursor = decodeCursor(after, ['instant', 'id'])
  if (!cursor.ok) return cursor
  const [createdAt, id] = cursor.value ?? []
  const matches = search
    ? fragment`lower(name || ' ' || email) LIKE ${`%${escapeLike(search.toLowerCase())}%`}`
    : fragment`true`
  const isAfter =
    id === undefined ? fragment`true` : fragment`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`
  const rows = await database.rows(sql<CustomerRow>`
    SELECT ${columns} WHERE ${matches} AND ${isAfter} ORDER BY created_at DESC, id DESC LIMIT ${limit + 1}`)
  return ok(toPage(rows, limit, present, (row) => [row.created_text, row.id]))
}

export async function getCustomer(
  database: Database,
  id: string,
): Promise<Result<CustomerView & { addresses: AddressView[] }>> {
  const [row, addresses] = await Promise.all([
    database.row(sql<CustomerRow>`SELECT ${columns} WHERE id = ${id}`),
    listAddresses(database, id),
  ])
  return row ? ok({ ...present(row), addresses }) : refusals.not_found()
}

interface AddressRow {
  readonly id: string
  readonly recipient: string
  readonly company: string | null
  readonly line1: string
  readonly line2: string | null
  readonly postal_code: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  readonly phone: string | null
}

async function listAddresses(database: Database, customerId: string): Promise<AddressView[]> {
  const rows = await database.rows(sql<AddressRow>`
    SELECT id, recipient, company, line1, line2, postal_code, city, region, country, phone
    FROM customers.address WHERE customer_id = ${customerId} ORDER BY created_at, id`)
  return rows.map(({ company, line2, postal_code, region, phone, ...rest }) => ({
    ...rest,
    postalCode: postal_code,
    ...(company === null ? {} : { company }),
    ...(line2 === null ? {} : { line2 }),
    ...(region === null ? {} : { region }),
    ...(phone === null ? {} : { phone }),
  }))
}

function present(row: CustomerRow): CustomerView {
  const { id, email, name, locale, phone, registered, version } = row
  return { id, email, name, locale, phone, registered, version, createdAt: row.created_at.toISOString() }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
