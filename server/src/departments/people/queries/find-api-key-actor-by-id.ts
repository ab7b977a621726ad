import type { Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { keyActorOf, keyColumns, worksHere, type KeyRow } from './who-may-act.ts'

/** A key by its id, with what it and its owner may at this moment, for work that goes on after its call. Undefined for one that ended. */
export async function findApiKeyActorById(
  reader: Pick<Database, 'row'>,
  id: string,
): Promise<Extract<Actor, { kind: 'key' }> | undefined> {
  const row = await reader.row(sql<KeyRow>`
    SELECT ${keyColumns}
    FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
    WHERE k.id = ${id} AND k.expires_at > now() AND ${worksHere()}
      AND NOT EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id)`)
  return row && keyActorOf(row)
}
