import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** Who is signed in, as prices see them. */
export interface Shopper {
  readonly name: string
  readonly groups: readonly string[]
}

export function findShopper(reader: Pick<Database, 'row'>, customerId: string): Promise<Shopper | undefined> {
  return reader.row(sql<Shopper>`
    SELECT c.name, b.groups FROM customers.customer c JOIN customers.pub_buyer b ON b.customer_uuid = c.id
    WHERE c.id = ${customerId}`)
}
