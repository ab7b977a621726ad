import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { nameIn, type Names } from '../domain/names.ts'
import type { Priority, Todo, TodoState } from '../domain/todo.ts'

export interface TodoRecord extends Todo {
  readonly title: string
  readonly note: string
  readonly recordType: string | null
  readonly recordId: string | null
  readonly assigneeNames: Names
  readonly priority: Priority
  readonly state: TodoState
  readonly dueAt: Date | null
  readonly madeName: string | null
  readonly madeAt: Date
  readonly endedAt: Date | null
  readonly projectId: string | null
  readonly projectTitle: string | null
  readonly recurrenceId: string | null
}

type Reader = Pick<Database, 'row' | 'rows'>

export function findTodo(reader: Reader, id: string): Promise<TodoRecord | undefined> {
  return reader.row(sql<TodoRecord>`
    SELECT t.id, t.title, t.note, t.record_type AS "recordType", t.record_id AS "recordId", t.state, t.assignee,
      t.assignee_names AS "assigneeNames", t.taken_by AS "takenBy", t.taken_name AS "takenName", t.made_by AS "madeBy",
      t.made_name AS "madeName", t.made_at AS "madeAt", t.ended_at AS "endedAt", t.priority, t.due_at AS "dueAt", t.version,
      t.project_id AS "projectId", p.title AS "projectTitle", t.recurrence_id AS "recurrenceId",
      (SELECT count(*)::int FROM work.todo_check c WHERE c.todo_id = t.id AND c.done_at IS NULL) AS "openChecks",
      (SELECT h.to_unit::text FROM work.handover h WHERE h.todo_id = t.id AND h.verdict IS NULL) AS "handedTo"
    FROM work.todo t LEFT JOIN work.project p ON p.id = t.project_id WHERE t.id = ${id}`)
}

export interface CheckRow {
  readonly id: string
  readonly text: string
  readonly doneAt: Date | null
  readonly doneName: string | null
}

export interface StepRow {
  readonly id: string
  readonly step: string
  readonly at: Date
  readonly byName: string | null
  readonly reason: string | null
}

export interface HandoverRow {
  readonly id: string
  readonly fromNames: Names
  readonly fromStaffName: string
  readonly toName: string
  readonly note: string
  readonly checks: string[]
  readonly at: Date
  readonly verdict: 'accepted' | 'sent_back' | null
  readonly verdictAt: Date | null
  readonly verdictName: string | null
  readonly reason: string | null
}

export interface TodoParts {
  readonly checks: CheckRow[]
  readonly steps: StepRow[]
  readonly handovers: HandoverRow[]
}

/** Its checklist, its steps and the departments that it went through, each in order. */
export async function readTodoParts(reader: Reader, id: string): Promise<TodoParts> {
  const [checks, steps, handovers] = await Promise.all([
    reader.rows(sql<CheckRow>`
      SELECT id, text, done_at AS "doneAt", done_name AS "doneName" FROM work.todo_check
      WHERE todo_id = ${id} ORDER BY position, id`),
    reader.rows(sql<StepRow>`
      SELECT id, step, at, by_name AS "byName", reason FROM work.todo_step WHERE todo_id = ${id} ORDER BY at, id LIMIT 500`),
    reader.rows(sql<HandoverRow>`
      SELECT id, from_names AS "fromNames", from_staff_name AS "fromStaffName", to_name AS "toName", note, checks, at, verdict,
        verdict_at AS "verdictAt", verdict_name AS "verdictName", reason
      FROM work.handover WHERE todo_id = ${id} ORDER BY at, id LIMIT 200`),
  ])
  return { checks, steps, handovers }
}

export async function todoExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.todo WHERE id = ${id}`)) !== undefined
}

export async function todoTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, title FROM work.todo WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export interface FoundTodo {
  readonly id: string
  readonly title: string
  readonly assigneeName: string
}

/** For the palette: open ones first. */
export async function searchTodos(
  reader: Pick<Database, 'rows'>,
  { typed, limit, locale }: { readonly typed: string; readonly limit: number; readonly locale: string },
): Promise<FoundTodo[]> {
  const pattern = `%${typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await reader.rows(sql<{ id: string; title: string; assignee_names: Names }>`
    SELECT id, title, assignee_names FROM work.todo WHERE lower(title) LIKE ${pattern}
    ORDER BY state IN ('done', 'dropped'), made_at DESC, id LIMIT ${limit}`)
  return rows.map(({ id, title, assignee_names }) => ({ id, title, assigneeName: nameIn(assignee_names, locale) }))
}

export async function hasTodos(reader: Pick<Database, 'row'>): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.todo LIMIT 1`)) !== undefined
}
