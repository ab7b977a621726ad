import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Who is signed in, as prices see them. */
export interface Shopper {
  readonly name: string
  readonly groups: readonly string[]
  readonly company: string | undefined
}

export async function findShopper(reader: Pick<Database, 'row'>, customerId: string): Promise<Shopper | undefined> {
  const row = await reader.row(sql<{ name: string; groups: string[]; company_id: string | null }>`
    SELECT c.name, b.groups, b.company_id FROM customers.customer c JOIN customers.pub_buyer b ON b.customer_uuid = c.id
    WHERE c.id = ${customerId}`)
  return row && { name: row.name, groups: row.groups, company: row.company_id ?? undefined }
}
