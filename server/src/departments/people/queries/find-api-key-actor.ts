import type { Actor, Scope } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Id } from '../../../kernel/ids.ts'
import { KEY_PREFIX, narrowest } from '../domain/api-key.ts'
import { actorColumns, actorOf, worksHere, type ActorRow } from './who-may-act.ts'

interface KeyRow extends ActorRow {
  readonly key_id: Id<'api_key'>
  readonly key_name: string
  readonly key_permissions: string[]
  readonly key_scope: Scope | null
  readonly last_used_at: Date | null
}

const SEEN_MS = 60_000

/**
 * The key behind a token, with what both it and its owner may at this moment: a right that they lose is gone from their keys
 * with the next call, and with them goes all.
 */
export async function findApiKeyActor(house: House, token: string): Promise<Actor | undefined> {
  if (!token.startsWith(KEY_PREFIX)) return undefined
  const now = house.clock.now()
  const row = await house.database.row(sql<KeyRow>`
    SELECT ${actorColumns}, k.id AS key_id, k.name AS key_name, k.permissions AS key_permissions, k.scope AS key_scope,
      k.last_used_at
    FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
    WHERE k.token_hash = sha256(convert_to(${token}::text, 'UTF8')) AND k.expires_at > ${now} AND ${worksHere(now)}
      AND NOT EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id)`)
  if (!row) return undefined
  await keepUsed(house, row, now)
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

/** To the minute: a program that calls a hundred times a second writes once in it. */
async function keepUsed(house: House, { key_id, last_used_at }: KeyRow, now: Date): Promise<void> {
  if (last_used_at && now.getTime() - last_used_at.getTime() < SEEN_MS) return
  await house.database.rows(sql`
    UPDATE people.api_key SET last_used_at = ${now}
    WHERE id = ${key_id} AND (last_used_at IS NULL OR last_used_at <= ${new Date(now.getTime() - SEEN_MS)})`)
}
