import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Names } from '../domain/names.ts'
import type { NamedTemplate } from '../domain/ready-templates.ts'
import type { Priority, TodoState } from '../domain/todo.ts'
import { todosOf } from './todos-list.ts'

type Reader = Pick<Database, 'row' | 'rows'>

export interface TemplateRow extends NamedTemplate {
  readonly version: number
  readonly retiredAt: Date | null
}

const template = fragment`
  t.id, t.name, t.note, t.parties, t.steps, t.version, r.at AS "retiredAt"
  FROM work.template t LEFT JOIN work.template_retirement r ON r.template_id = t.id`

export function findTemplate(reader: Pick<Reader, 'row'>, id: string): Promise<TemplateRow | undefined> {
  return reader.row(sql<TemplateRow>`SELECT ${template} WHERE t.id = ${id}`)
}

export interface ProjectRow {
  readonly id: string
  readonly title: string
  readonly templateName: string
  readonly keyOn: LocalDate
  readonly version: number
  readonly total: number
  readonly done: number
  readonly overdue: number
}

/** What was dropped counts no more: neither as done nor as to be done. */
function project(now: Date) {
  return fragment`
    p.id, p.title, p.template_name AS "templateName", p.anchor_on::text AS "keyOn", p.version, k.total, k.done, k.overdue
    FROM work.project p, LATERAL (
      SELECT count(*) FILTER (WHERE t.state <> 'dropped')::int AS total, count(*) FILTER (WHERE t.state = 'done')::int AS done,
        count(*) FILTER (WHERE t.state IN ('open', 'taken') AND t.due_at < ${now})::int AS overdue
      FROM work.todo t WHERE t.project_id = p.id) k`
}

/** Made by them, or asking something of them: what of projects and recurrences is theirs whose work is narrowed. */
export interface Theirs {
  readonly staffId: string
  readonly addresses: readonly string[]
}

/** Of projects as `p`. */
export function isProjectOf(theirs: Theirs | undefined): Fragment {
  if (!theirs) return fragment`true`
  return fragment`(p.made_by = ${theirs.staffId}::uuid
    OR EXISTS (SELECT 1 FROM work.todo t WHERE t.project_id = p.id AND ${todosOf(theirs.staffId, theirs.addresses)}))`
}

export function findProject(
  reader: Pick<Reader, 'row'>,
  id: string,
  { now, theirs }: { readonly now: Date; readonly theirs: Theirs | undefined },
): Promise<ProjectRow | undefined> {
  return reader.row(sql<ProjectRow>`SELECT ${project(now)} WHERE p.id = ${id} AND ${isProjectOf(theirs)}`)
}

export interface ProjectTodo {
  readonly id: string
  readonly title: string
  readonly state: TodoState
  readonly priority: Priority
  readonly dueAt: Date | null
  readonly assigneeNames: Names
  readonly takenBy: string | null
}

export function listProjectTodos(
  reader: Pick<Reader, 'rows'>,
  projectId: string,
  theirs: Theirs | undefined,
): Promise<ProjectTodo[]> {
  const seen = theirs ? todosOf(theirs.staffId, theirs.addresses) : fragment`true`
  return reader.rows(sql<ProjectTodo>`
    SELECT id, title, state, priority, due_at AS "dueAt", assignee_names AS "assigneeNames", taken_name AS "takenBy"
    FROM work.todo t WHERE project_id = ${projectId} AND ${seen} ORDER BY due_at, id LIMIT 500`)
}

export function listKeyDates(
  reader: Pick<Reader, 'rows'>,
  { fromOn, toOn, limit }: { fromOn: string; toOn: string; limit: number },
): Promise<Pick<ProjectRow, 'id' | 'title' | 'keyOn'>[]> {
  return reader.rows(sql<Pick<ProjectRow, 'id' | 'title' | 'keyOn'>>`
    SELECT id, title, anchor_on::text AS "keyOn" FROM work.project
    WHERE anchor_on BETWEEN ${fromOn}::date AND ${toOn}::date ORDER BY anchor_on, id LIMIT ${limit}`)
}

export async function projectExists(reader: Pick<Reader, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.project WHERE id = ${id}`)) !== undefined
}

export async function templateExists(reader: Pick<Reader, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM work.template WHERE id = ${id}`)) !== undefined
}

export async function projectTitles(
  reader: Pick<Reader, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, title FROM work.project WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export async function templateTitles(
  reader: Pick<Reader, 'rows'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, name AS title FROM work.template WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
