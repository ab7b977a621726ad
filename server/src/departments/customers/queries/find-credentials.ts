import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CustomerId } from '../domain/customer.ts'

/** Guests have no password and are as unknown as strangers. */
export async function findCredentials(database: Pick<Database, 'row'>, email: string) {
  const row = await database.row(sql<{ id: CustomerId; name: string; password_hash: string | null }>`
    SELECT id, name, password_hash FROM customers.customer WHERE email = ${email}`)
  return row && { owner: { id: row.id, name: row.name }, passwordHash: row.password_hash }
}
