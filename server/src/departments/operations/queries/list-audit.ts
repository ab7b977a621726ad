import type { Database } from '../../../host/database/pool.ts'
import { fragment, joined, sql } from '../../../host/database/sql.ts'
import { toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readTimeCursor } from './read-cursor.ts'

export interface AuditView {
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly version: number | null
  readonly changes: { field: string; before?: unknown; after?: unknown }[]
  readonly reason: string | null
  readonly requestId: string | null
  /** The row's number in the sealed chain; null for the moment until the sealer comes by. */
  readonly seal: number | null
}

interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly at_text: string
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly action: string
  readonly object_type: string
  readonly object_id: string
  readonly version: number | null
  readonly changes: AuditView['changes']
  readonly reason: string | null
  readonly request_id: string | null
  readonly seq: bigint | null
}

export interface AuditListInput {
  readonly objectType?: string | undefined
  readonly objectId?: string | undefined
  /** The actor's id, or the name of a provider or of a part of the program. */
  readonly actor?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listAudit(database: Database, input: AuditListInput): Promise<Result<Page<AuditView>>> {
  const cursor = readTimeCursor(input.after)
  if (!cursor.ok) return cursor
  const key = cursor.value
  const conditions = [
    ...(input.objectType === undefined ? [] : [fragment`a.object_type = ${input.objectType}`]),
    ...(input.objectId === undefined ? [] : [fragment`a.object_id = ${input.objectId}`]),
    ...(input.actor === undefined ? [] : [fragment`a.actor_id = ${input.actor}`]),
    ...(key === null ? [] : [fragment`(a.at, a.id) < (${key.at}::timestamptz, ${key.id}::uuid)`]),
    fragment`true`,
  ]
  const rows = await database.rows(sql<AuditRow>`
    SELECT a.id, a.at, a.at::text AS at_text, a.actor_kind, a.actor_id, a.action, a.object_type, a.object_id, a.version,
      a.changes, a.reason, a.request_id, s.seq
    FROM host.audit a LEFT JOIN host.audit_seal s ON s.audit_id = a.id
    WHERE ${joined(conditions, ' AND ')} ORDER BY a.at DESC, a.id DESC LIMIT ${input.limit + 1}`)
  return ok(toPage(rows, input.limit, present, (row) => [row.at_text, row.id]))
}

function present(row: AuditRow): AuditView {
  const { id, action, version, changes, reason } = row
  return {
    id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action,
    objectType: row.object_type,
    objectId: row.object_id,
    version,
    changes,
    reason,
    requestId: row.request_id,
    seal: row.seq === null ? null : Number(row.seq),
  }
}
