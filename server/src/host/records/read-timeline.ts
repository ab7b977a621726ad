import { FILE_ADDED, FILE_REMOVED, FILE_SHARED } from '../attachments/attach-file.ts'
import { seenBy, type SeenBy } from '../attachments/store.ts'
import type { Change } from '../audit/record.ts'
import type { Database } from '../database/pool.ts'
import { fragment, sql } from '../database/sql.ts'
import { SEND_MAIL } from '../mail/queue-mail.ts'
import type { SaidTwice } from './timeline-words.ts'

export interface TimelineRow {
  readonly kind: 'event' | 'audit' | 'mail' | 'job' | 'file'
  readonly id: string
  readonly at: Date
  readonly at_text: string
  /** Event name, audited action, mail subject, job kind, file name. */
  readonly name: string
  readonly actor_kind: string | null
  readonly actor_id: string | null
  readonly state: string | null
  readonly reason: string | null
  readonly version: number | null
  readonly changes: readonly Change[] | null
}

export interface TimelineOf {
  readonly type: string
  readonly id: string
  readonly after: { readonly at: string; readonly id: string } | undefined
  readonly limit: number
  /** Of files, people of a company from outside are told what is shared with it. */
  readonly company: SeenBy
  readonly saidTwice: SaidTwice
}

/**
 * What happened to one record, the newest first. A record's own fact and its audit row are written in one transaction, under one `now`:
 * where both stand, the audit row is told alone, since it says the same and more; and so where a fact about something of the record, a parcel of
 * an order, is called the same as the act. An amount that a fact carries is told as its change. So with a mail and the job that sends it,
 * and with a file and the audit of its adding.
 */
export function readRecordTimeline(
  database: Pick<Database, 'rows'>,
  { type, id, after, limit, company, saidTwice }: TimelineOf,
): Promise<TimelineRow[]> {
  const before =
    after === undefined
      ? fragment`true`
      : fragment`(happened.at, happened.id) < (${after.at}::timestamptz, ${after.id}::text)`
  return database.rows(sql<TimelineRow>`
    SELECT *, at::text AS at_text FROM (
      SELECT 'event' AS kind, e.id::text, e.occurred_at AS at, e.name, split_part(e.actor, ':', 1) AS actor_kind,
        nullif(substring(e.actor FROM ':(.*)$'), '') AS actor_id, NULL AS state, NULL AS reason, NULL::integer AS version,
        CASE WHEN e.payload -> 'amount' ? 'currency'
          THEN jsonb_build_array(jsonb_build_object('field', 'amount', 'after', e.payload -> 'amount')) END AS changes
      FROM host.event e WHERE e.ref_id = ${id} AND e.ref_kind = ${type} AND NOT EXISTS (
        SELECT 1 FROM host.audit a WHERE a.object_type = ${type} AND a.object_id = ${id} AND a.at = e.occurred_at
          AND (split_part(e.name, '.', 1) = ${type} OR EXISTS (
            SELECT 1 FROM unnest(${saidTwice.events}::text[], ${saidTwice.actions}::text[]) AS said(event, action)
            WHERE said.event = replace(regexp_replace(e.name, '\.v[0-9]+$', ''), '.', '_') AND said.action = replace(a.action, '-', '_'))))
      UNION ALL
      SELECT 'audit', a.id::text, a.at, a.action, a.actor_kind, a.actor_id, NULL, a.reason, a.version, a.changes
      FROM host.audit a
      WHERE a.object_type = ${type} AND a.object_id = ${id} AND a.action NOT IN (${FILE_ADDED}, ${FILE_REMOVED}, ${FILE_SHARED})
      UNION ALL
      SELECT 'mail', m.id::text, m.created_at, m.subject, 'system', 'mail', m.state, NULL, NULL, NULL
      FROM host.mail m WHERE m.ref = ${id}
      UNION ALL
      SELECT 'job', j.id::text, j.created_at, j.kind, 'system', NULL, j.state, j.last_error, NULL, NULL
      FROM host.job j WHERE j.ref = ${id} AND j.kind <> ${SEND_MAIL}
      UNION ALL
      SELECT 'file', f.id::text, f.at, f.name, 'staff', f.staff_id::text, 'added', NULL, NULL, NULL
      FROM host.attachment f LEFT JOIN host.attachment_sharing s ON s.attachment_id = f.id
      WHERE f.object_type = ${type} AND f.object_id = ${id} AND ${seenBy(company)}
      UNION ALL
      SELECT 'file', f.id::text || ' removed', r.at, f.name, 'staff', r.staff_id::text, 'removed', NULL, NULL, NULL
      FROM host.attachment f JOIN host.attachment_removal r ON r.attachment_id = f.id
        LEFT JOIN host.attachment_sharing s ON s.attachment_id = f.id
      WHERE f.object_type = ${type} AND f.object_id = ${id} AND ${seenBy(company)}
      UNION ALL
      SELECT 'file', f.id::text || ' shared ' || a.id::text, a.at, f.name, a.actor_kind, a.actor_id, 'shared', NULL, NULL, a.changes - 0
      FROM host.audit a JOIN host.attachment f ON f.id::text = a.changes -> 0 ->> 'after'
      WHERE a.object_type = ${type} AND a.object_id = ${id} AND a.action = ${FILE_SHARED} AND ${company === null}
    ) happened WHERE ${before} ORDER BY at DESC, id DESC LIMIT ${limit + 1}`)
}
