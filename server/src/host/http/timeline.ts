import { Type, type Static } from 'typebox'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { instantSchema, nullable } from './schemas.ts'

/** What happened to one record, oldest first: facts, acts with before and after, mails and follow-up work. */
export const timelineSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('event'), Type.Literal('audit'), Type.Literal('mail'), Type.Literal('job')]),
      id: Type.String(),
      at: instantSchema,
      name: Type.String({ description: 'Event name, audited action, mail subject or job kind.' }),
      actor: nullable(Type.String()),
      state: nullable(Type.String()),
      reason: nullable(Type.String()),
      changes: Type.Array(
        Type.Object({
          field: Type.String(),
          before: Type.Optional(Type.Unknown()),
          after: Type.Optional(Type.Unknown()),
        }),
      ),
    }),
  ),
})

export type Timeline = Static<typeof timelineSchema>

interface TimelineRow {
  readonly kind: 'event' | 'audit' | 'mail' | 'job'
  readonly id: string
  readonly at: Date
  readonly name: string
  readonly actor: string | null
  readonly state: string | null
  readonly reason: string | null
  readonly changes: Timeline['items'][number]['changes'] | null
}

const MOST = 500

export async function readTimeline(
  database: Pick<Database, 'rows'>,
  object: { readonly type: string; readonly id: string },
): Promise<Timeline> {
  const rows = await database.rows(sql<TimelineRow>`
    SELECT * FROM (
      SELECT 'event' AS kind, id::text, occurred_at AS at, name, actor, NULL AS state, NULL AS reason, NULL::jsonb AS changes
      FROM host.event WHERE ref_id = ${object.id}
      UNION ALL
      SELECT 'audit', id::text, at, action, actor_kind || coalesce(':' || actor_id, ''), NULL, reason, changes
      FROM host.audit WHERE object_type = ${object.type} AND object_id = ${object.id}
      UNION ALL
      SELECT 'mail', id::text, created_at, subject, NULL, state, NULL, NULL FROM host.mail WHERE ref = ${object.id}
      UNION ALL
      SELECT 'job', id::text, created_at, kind, NULL, state, last_error, NULL FROM host.job WHERE ref = ${object.id}
    ) happened ORDER BY at, kind LIMIT ${MOST}`)
  return {
    items: rows.map((row) => ({ ...row, at: row.at.toISOString(), changes: row.changes ?? [] })),
  }
}
