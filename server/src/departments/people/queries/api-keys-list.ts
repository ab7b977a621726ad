import type { House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export interface ApiKeyView {
  readonly id: string
  readonly name: string
  readonly permissions: string[]
  /** Those of them that its owner has lost since: the key cannot use them either. */
  readonly lost: string[]
  readonly scope: { market?: string[]; location?: string[] } | null
  readonly owner: { readonly id: string; readonly name: string }
  readonly state: 'active' | 'expired' | 'revoked' | 'owner_left'
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly permissions: string[]
  readonly owners: string[]
  readonly scope: ApiKeyView['scope']
  readonly staff_id: string
  readonly staff_name: string
  readonly revoked: boolean
  readonly left: boolean
  readonly created_at: Date
  readonly expires_at: Date
  readonly last_used_at: Date | null
}

const MOST_SHOWN = 500

/** The newest first. */
export async function listApiKeys({ database, clock }: House): Promise<ApiKeyView[]> {
  const rows = await database.rows(sql<KeyRow>`
    SELECT k.id, k.name, k.permissions, k.scope, k.staff_id, s.name AS staff_name, k.created_at, k.expires_at,
      k.last_used_at, ARRAY(
        SELECT DISTINCT unnest(r.permissions) FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
        WHERE g.staff_id = s.id) AS owners,
      EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id) AS revoked,
      EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id) AS left
    FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
    ORDER BY k.created_at DESC, k.id DESC LIMIT ${MOST_SHOWN}`)
  const now = clock.now()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    lost: row.permissions.filter((permission) => !row.owners.includes(permission)),
    scope: row.scope,
    owner: { id: row.staff_id, name: row.staff_name },
    state: stateOf(row, now),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }))
}

function stateOf(row: KeyRow, now: Date): ApiKeyView['state'] {
  if (row.revoked) return 'revoked'
  if (row.left) return 'owner_left'
  return row.expires_at <= now ? 'expired' : 'active'
}
