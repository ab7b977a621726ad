import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { RecurrenceFields } from '../store/recurrences.ts'
import type { Theirs } from './read-projects.ts'

export interface ComingRecurrence extends Pick<RecurrenceFields, 'title' | 'rule' | 'dueTime' | 'startsOn' | 'endsOn'> {
  readonly id: string
  /** Up to which day its to-dos have been made. */
  readonly madeUntil: LocalDate
}

type Reader = Pick<Database, 'row' | 'rows'>

/** Of recurrences as `r`. */
export function isRecurrenceOf(theirs: Theirs | undefined): Fragment {
  if (!theirs) return fragment`true`
  return fragment`(r.made_by = ${theirs.staffId}::uuid OR r.assignee = ANY(${theirs.addresses}::text[]))`
}

/** Those that may come between two days, paused ones apart. */
export function listRecurrencesBetween(
  reader: Pick<Database, 'rows'>,
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string },
): Promise<ComingRecurrence[]> {
  return reader.rows(sql<ComingRecurrence>`
    SELECT r.id, r.title, r.rule, to_char(r.due_time, 'HH24:MI') AS "dueTime", r.starts_on::text AS "startsOn",
      r.ends_on::text AS "endsOn", r.made_until::text AS "madeUntil"
    FROM work.recurrence r
    WHERE r.starts_on <= ${toOn}::date AND (r.ends_on IS NULL OR r.ends_on >= ${fromOn}::date)
      AND NOT EXISTS (SELECT 1 FROM work.recurrence_pause p WHERE p.recurrence_id = r.id AND p.ended_at IS NULL)
    ORDER BY r.starts_on, r.id LIMIT 2000`)
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
