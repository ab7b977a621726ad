import { SCOPE_KINDS, type Scope } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

export const KEY_STATES = ['active', 'expired', 'revoked', 'owner_left'] as const

interface ApiKeyLine {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly ownerId: string
  readonly rights: number
  readonly permissions: string[]
  /** Those of them that its owner has lost since: the key cannot use them either. */
  readonly lost: string[]
  /** Codes of markets and locations; null where nothing narrows. */
  readonly scope: string | null
  readonly state: (typeof KEY_STATES)[number]
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
}

interface KeyRow {
  readonly id: string
  readonly name: string
  readonly permissions: string[]
  readonly owners: string[]
  readonly scope: Scope | null
  readonly staff_id: string
  readonly staff_name: string
  readonly state: ApiKeyLine['state']
  readonly created_at: Date
  readonly expires_at: Date
  readonly last_used_at: Date | null
}

/** The keys of programs, the newest first: what each may do, for whom, until when, and when it was used last. */
export const apiKeysList = defineList<KeyRow, ApiKeyLine>({
  name: 'api-keys',
  namespace: 'people',
  columns: {
    name: { type: 'text', sql: 'lower(k.name)', sort: true },
    owner: { type: 'text' },
    ownerId: { type: 'id', sql: 'k.staff_id', filter: ['is'], shown: false },
    rights: { type: 'integer' },
    scope: { type: 'text', nullable: true },
    state: { type: 'enum', values: KEY_STATES },
    createdAt: { type: 'instant', sql: 'k.created_at', filter: ['from', 'to', 'last'], sort: true },
    expiresAt: { type: 'instant', sql: 'k.expires_at', filter: ['from', 'to'], sort: true },
    lastUsedAt: { type: 'instant', nullable: true },
  },
  from: 'FROM people.api_key k',
  as: 'k',
  select: `k.id, k.name, k.permissions, k.scope, k.staff_id, s.name AS staff_name, k.created_at, k.expires_at, k.last_used_at,
    ARRAY(SELECT DISTINCT unnest(r.permissions) FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
      WHERE g.staff_id = k.staff_id) AS owners,
    CASE WHEN EXISTS (SELECT 1 FROM people.api_key_revocation x WHERE x.key_id = k.id) THEN 'revoked'
      WHEN EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = k.staff_id) THEN 'owner_left'
      WHEN k.expires_at <= now() THEN 'expired' ELSE 'active' END AS state`,
  details: 'JOIN people.staff s ON s.id = k.staff_id',
  keys: [{ sql: 'k.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing('lower(k.name)', words)] },
  present: (row) => ({
    id: row.id,
    name: row.name,
    owner: row.staff_name,
    ownerId: row.staff_id,
    rights: row.permissions.length,
    permissions: row.permissions,
    lost: row.permissions.filter((permission) => !row.owners.includes(permission)),
    scope: row.scope === null ? null : SCOPE_KINDS.flatMap((kind) => row.scope?.[kind] ?? []).join(', '),
    state: row.state,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }),
})

/** Whose keys there are, for choosing one's own or somebody's. */
export function listKeyOwners(reader: Pick<Database, 'rows'>): Promise<{ value: string; label: string }[]> {
  return reader.rows(sql<{ value: string; label: string }>`
    SELECT s.id AS value, s.name AS label FROM people.staff s
    WHERE EXISTS (SELECT 1 FROM people.api_key k WHERE k.staff_id = s.id) ORDER BY lower(s.name), s.id`)
}
