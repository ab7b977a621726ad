import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { RecurrenceFields } from '../store/recurrences.ts'
import type { Theirs } from './read-projects.ts'

export interface RecurrenceRow extends RecurrenceFields {
  readonly id: string
  readonly version: number
  /** Up to which day its to-dos have been made. */
  readonly madeUntil: LocalDate
  readonly pauseReason: string | null
  readonly pausedAt: Date | null
  /** Null where the house halted it. */
  readonly pausedBy: string | null
}

type Reader = Pick<Database, 'row' | 'rows'>

/** A house has some dozens of them: all, by their titles. */
export function listRecurrences(
  reader: Pick<Database, 'rows'>,
  theirs?: Theirs,
  limit = 500,
): Promise<RecurrenceRow[]> {
  const seen = theirs
    ? fragment`(r.made_by = ${theirs.staffId}::uuid OR r.assignee = ANY(${theirs.addresses}::text[]))`
    : fragment`true`
  return reader.rows(sql<RecurrenceRow>`
    SELECT r.id, r.title, r.note, r.assignee, r.assignee_names AS "assigneeNames", r.priority, r.checklist, r.rule,
      to_char(r.due_time, 'HH24:MI') AS "dueTime", r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn", r.version,
      r.made_until::text AS "madeUntil", p.reason AS "pauseReason", p.at AS "pausedAt", p.by_name AS "pausedBy"
    FROM work.recurrence r LEFT JOIN work.recurrence_pause p ON p.recurrence_id = r.id AND p.ended_at IS NULL
    WHERE ${seen} ORDER BY lower(r.title), r.id LIMIT ${limit}`)
}

/** Those that may have something to make on that day. */
export async function listRecurrencesToMake(reader: Pick<Database, 'rows'>, today: string): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT r.id FROM work.recurrence r
    WHERE r.made_until < ${today}::date
      AND NOT EXISTS (SELECT 1 FROM work.recurrence_pause p WHERE p.recurrence_id = r.id AND p.ended_at IS NULL)
    ORDER BY r.made_until, r.id LIMIT 2000`)
  return rows.map(({ id }) => id)
}

export async function recurrenceExists(reader: Pick<Reader, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.recurrence WHERE id = ${id}`)) !== undefined
}

export async function recurrenceTitles(
  reader: Pick<Reader, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, title FROM work.recurrence WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
