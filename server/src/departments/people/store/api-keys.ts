import type { Scope } from '../../../host/actor.ts'
import { hashToken } from '../../../host/auth/tokens.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { StaffId } from '../domain/staff.ts'

export interface NewApiKey {
  readonly id: string
  readonly name: string
  readonly token: string
  readonly staffId: StaffId
  readonly permissions: readonly string[]
  readonly scope: Scope | undefined
  readonly expiresAt: Date
}

export function insertApiKey(ctx: Context, key: NewApiKey): void {
  ctx.tx.later(sql`
    INSERT INTO people.api_key (id, name, token_hash, staff_id, permissions, scope, created_at, expires_at)
    VALUES (${key.id}, ${key.name}, ${hashToken(key.token)}, ${key.staffId}, ${key.permissions}::text[],
      ${key.scope ? jsonText(key.scope) : null}::jsonb, ${ctx.now}, ${key.expiresAt})`)
}

export interface LockedApiKey {
  readonly id: string
  readonly name: string
  readonly staffId: StaffId
  readonly permissions: string[]
  readonly scope: Scope | null
  readonly expiresAt: Date
  readonly revoked: boolean
}

export function lockApiKey(tx: Transaction, id: string): Promise<LockedApiKey | undefined> {
  return tx.row(sql<LockedApiKey>`
    SELECT k.id, k.name, k.staff_id AS "staffId", k.permissions, k.scope, k.expires_at AS "expiresAt",
      EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id) AS revoked
    FROM people.api_key k WHERE k.id = ${id} FOR UPDATE OF k`)
}

export function insertRevocation(ctx: Context, keyId: string): void {
  ctx.tx.later(sql`
    INSERT INTO people.api_key_revocation (key_id, revoked_at, revoked_by)
    VALUES (${keyId}, ${ctx.now}, ${actorText(ctx.actor)})`)
}

export function setEndOfKey(ctx: Context, keyId: string, expiresAt: Date): void {
  ctx.tx.later(sql`UPDATE people.api_key SET expires_at = ${expiresAt} WHERE id = ${keyId}`)
}
