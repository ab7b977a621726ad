import type { Actor, Scope } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Id } from '../../../kernel/ids.ts'
import { narrowest } from '../domain/api-key.ts'
import { actorColumns, actorOf, worksHere, type ActorRow } from './who-may-act.ts'

interface KeyRow extends ActorRow {
  readonly key_id: Id<'api_key'>
  readonly key_name: string
  readonly key_permissions: string[]
  readonly key_scope: Scope | null
}

/** A key by its id, with what it and its owner may at this moment, for work that goes on after its call. Undefined for one that ended. */
export async function findApiKeyActorById(
  reader: Pick<Database, 'row'>,
  id: string,
): Promise<Extract<Actor, { kind: 'key' }> | undefined> {
  const row = await reader.row(sql<KeyRow>`
    SELECT ${actorColumns}, k.id AS key_id, k.name AS key_name, k.permissions AS key_permissions, k.scope AS key_scope
    FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
    WHERE k.id = ${id} AND k.expires_at > now() AND ${worksHere()}
      AND NOT EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id)`)
  if (!row) return undefined
  const owner = actorOf(row)
  const scope = narrowest(row.key_scope ?? undefined, owner.scope)
  return {
    kind: 'key',
    id: row.key_id,
    name: row.key_name,
    staffId: owner.id,
    permissions: new Set(row.key_permissions.filter((permission) => owner.permissions.has(permission))),
    ...(scope ? { scope } : {}),
  }
}
