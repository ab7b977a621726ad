import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Whether somebody can sign in: who orders as a guest has a row, too, and no account. */
export async function hasAccount(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  const row = await reader.row(sql<{ id: string }>`
    SELECT id FROM customers.customer WHERE id = ${id} AND password_hash IS NOT NULL`)
  return row !== undefined
}
