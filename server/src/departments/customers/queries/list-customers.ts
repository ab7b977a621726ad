import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import type { Page } from '../../../host/http/pagination.ts'
import { readPage } from '../../../host/lists/read-list.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AddressDraft } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { customerColumns, customersList, toCustomer, type CustomerRow, type CustomerView } from './customers-list.ts'

export interface AddressView extends AddressDraft {
  readonly id: string
}

export interface CustomerListInput {
  /** Part of a name or an e-mail address. */
  readonly search?: string | undefined
  readonly limit: number
}

/** The newest first. */
export function listCustomers(
  database: Pick<Database, 'rows'>,
  { search, limit }: CustomerListInput,
): Promise<Result<Page<CustomerView>>> {
  return readPage(database, customersList, { locale: 'en', now: new Date(0), search, limit })
}

export async function getCustomer(
  database: Database,
  id: string,
): Promise<Result<CustomerView & { addresses: AddressView[] }>> {
  const [row, addresses] = await Promise.all([
    database.row(sql<CustomerRow>`SELECT ${trusted(customerColumns)} FROM customers.customer c WHERE id = ${id}`),
    listAddresses(database, id),
  ])
  return row ? ok({ ...toCustomer(row), addresses }) : refusals.not_found()
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
