import type { Actor, House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CustomerId } from '../domain/customer.ts'

/** The customer behind a session's token. The token is hashed where it is compared. */
export async function findCustomerActor(house: House, token: string): Promise<Actor | undefined> {
  const row = await house.database.row(sql<{ id: CustomerId }>`
    SELECT c.id FROM host.session h JOIN customers.customer c ON c.id = h.subject_id
    WHERE h.token_hash = sha256(convert_to(${token}::text, 'UTF8')) AND h.subject_kind = 'customer'
      AND h.ended_at IS NULL AND h.expires_at > ${house.clock.now()} AND c.password_hash IS NOT NULL`)
  return row && { kind: 'customer', id: row.id }
}
