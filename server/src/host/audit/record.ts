import type { Context } from '../context.ts'
import { jsonText } from '../database/json.ts'
import { sql } from '../database/sql.ts'

/** Old and new value of one field. Values of persons never go here: name the field and leave both out. */
export interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditEntry {
  /** `department:action`, the same words as the permission that allowed it. */
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  /** The object's new version, for objects that keep one (verify A2 counts them). */
  readonly version?: number
  readonly changes?: readonly Change[]
  readonly reason?: string
}

export function writeAudit(ctx: Context, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return
  const { actor } = ctx
  const actorId = 'id' in actor ? actor.id : 'name' in actor ? actor.name : null
  ctx.tx.later(sql`
    INSERT INTO host.audit (id, at, actor_kind, actor_id, action, object_type, object_id, version, changes, reason, request_id)
    SELECT id, ${ctx.now}::timestamptz, ${actor.kind}::text, ${actorId}::text, action, object_type, object_id, version, changes::jsonb, reason, ${ctx.requestId ?? null}::text
    FROM unnest(
      ${entries.map(() => ctx.newId())}::uuid[], ${entries.map((entry) => entry.action)}::text[],
      ${entries.map((entry) => entry.objectType)}::text[], ${entries.map((entry) => entry.objectId)}::text[],
      ${entries.map((entry) => entry.version ?? null)}::int[], ${entries.map((entry) => jsonText(entry.changes ?? []))}::text[],
      ${entries.map((entry) => entry.reason ?? null)}::text[]
    ) AS entry(id, action, object_type, object_id, version, changes, reason)`)
}
