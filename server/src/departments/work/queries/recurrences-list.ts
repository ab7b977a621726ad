import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { EVERY_ROW, defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { nameIn, type Names } from '../domain/names.ts'
import { recipientOf } from '../domain/recipient.ts'
import type { RecurrenceRule } from '../domain/recurrence.ts'
import { PRIORITIES, type Priority } from '../domain/todo.ts'
import type { Theirs } from './read-projects.ts'
import { isRecurrenceOf } from './read-recurrences.ts'

interface RecurrenceListRow {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly assignee: string
  readonly assignee_names: Names
  readonly priority: Priority
  readonly checklist: readonly string[]
  readonly rule: RecurrenceRule
  readonly due_at_time: string
  readonly starts: LocalDate
  readonly ends: LocalDate | null
  readonly until: LocalDate
  readonly made_at: Date
  readonly version: number
  readonly pause_reason: string | null
  readonly paused_at: Date | null
  readonly paused_by: string | null
}

export type RecurrenceListView = ReturnType<typeof toView>

/** What comes again, by title. On which day it comes next only the calendar of the shop knows (`view-recurrences.ts`). */
export const recurrencesList = defineList<RecurrenceListRow, RecurrenceListView>({
  name: 'recurrences',
  namespace: 'work',
  columns: {
    title: { type: 'text', sql: 'lower(r.title)', sort: true },
    assigneeName: { type: 'text' },
    priority: { type: 'enum', sql: 'r.priority', values: PRIORITIES, filter: ['is', 'not'] },
    dueTime: { type: 'text' },
    startsOn: { type: 'date', sql: 'r.starts_on', filter: ['is', 'from', 'to'], sort: true },
    endsOn: { type: 'date' },
    state: { type: 'enum', values: ['running', 'paused'] },
    askedOf: { type: 'text', sql: 'r.assignee', filter: ['is'], shown: false },
  },
  from: 'FROM work.recurrence r',
  as: 'r',
  details: 'LEFT JOIN work.recurrence_pause s ON s.recurrence_id = r.id AND s.ended_at IS NULL',
  select: `r.*, to_char(r.due_time, 'HH24:MI') AS due_at_time, r.starts_on::text AS starts, r.ends_on::text AS ends,
    r.made_until::text AS until, s.reason AS pause_reason, s.at AS paused_at, s.by_name AS paused_by`,
  keys: [{ sql: 'r.id', type: 'id' }],
  defaultSort: 'title',
  search: { ways: [(words) => containing('lower(r.title)', words)] },
  // Of no market: who is narrowed sees those that are theirs (`isRecurrenceOf`).
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  present: toView,
})

export async function findListedRecurrence(
  reader: Pick<Database, 'row'>,
  id: string,
  { theirs, locale }: { readonly theirs: Theirs | undefined; readonly locale: string },
): Promise<RecurrenceListView | undefined> {
  const row = await reader.row(sql<RecurrenceListRow>`
    SELECT r.*, to_char(r.due_time, 'HH24:MI') AS due_at_time, r.starts_on::text AS starts, r.ends_on::text AS ends,
      r.made_until::text AS until, s.reason AS pause_reason, s.at AS paused_at, s.by_name AS paused_by
    FROM work.recurrence r LEFT JOIN work.recurrence_pause s ON s.recurrence_id = r.id AND s.ended_at IS NULL
    WHERE r.id = ${id} AND ${isRecurrenceOf(theirs)}`)
  return row && toView(row, locale)
}

function toView(row: RecurrenceListRow, locale = 'en') {
  const name = nameIn(row.assignee_names, locale)
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    assignee: { ...recipientOf(row.assignee), name },
    assigneeName: name,
    priority: row.priority,
    checklist: row.checklist,
    rule: row.rule,
    dueTime: row.due_at_time,
    startsOn: row.starts,
    endsOn: row.ends,
    madeUntil: row.until,
    state: row.paused_at === null ? 'running' : 'paused',
    pause: row.paused_at && { reason: row.pause_reason ?? '', at: row.paused_at.toISOString(), by: row.paused_by },
    version: row.version,
  }
}
