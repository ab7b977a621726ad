import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { SavedContact } from '../domain/safety-contact.ts'
import { contactColumns } from '../store/safety-contacts.ts'

const MOST = 2_000

/** By name: forms choose among them. */
export function listContacts(reader: Pick<Database, 'rows'>): Promise<SavedContact[]> {
  return reader.rows(sql<SavedContact>`
    SELECT ${contactColumns} FROM catalog.safety_contact c ORDER BY lower(c.name), c.id LIMIT ${MOST}`)
}
