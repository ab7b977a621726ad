import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export async function findCustomerEmail(reader: Pick<Database, 'row'>, id: string): Promise<string | undefined> {
  const row = await reader.row(sql<{ email: string }>`SELECT email FROM customers.customer WHERE id = ${id}`)
  return row?.email
}
