import type { Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { KEY_PREFIX } from '../domain/api-key.ts'
import { keyActorOf, keyColumns, worksHere, type KeyRow } from './who-may-act.ts'

interface UsedKeyRow extends KeyRow {
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
  const row = await house.database.row(sql<UsedKeyRow>`
    SELECT ${keyColumns}, k.last_used_at
    FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
    WHERE k.token_hash = sha256(convert_to(${token}::text, 'UTF8')) AND k.expires_at > ${now} AND ${worksHere(now)}
      AND NOT EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id)`)
  if (!row) return undefined
  await keepUsed(house, row, now)
  return keyActorOf(row)
}

/** To the minute: a program that calls a hundred times a second writes once in it. */
async function keepUsed(house: House, { key_id, last_used_at }: UsedKeyRow, now: Date): Promise<void> {
  if (last_used_at && now.getTime() - last_used_at.getTime() < SEEN_MS) return
  await house.database.rows(sql`
    UPDATE people.api_key SET last_used_at = ${now}
    WHERE id = ${key_id} AND (last_used_at IS NULL OR last_used_at <= ${new Date(now.getTime() - SEEN_MS)})`)
}
