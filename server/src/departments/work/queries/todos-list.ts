import { fragment, type Fragment } from '../../../host/database/sql.ts'
import { EVERY_ROW, defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { nameIn, type Names } from '../domain/names.ts'
import { recipientOf } from '../domain/recipient.ts'
import { PRIORITIES, TODO_STATES, type Priority, type TodoState } from '../domain/todo.ts'

interface TodoRow {
  readonly id: string
  readonly title: string
  readonly state: TodoState
  readonly priority: Priority
  readonly assignee: string
  readonly assignee_names: Names
  readonly taken_name: string | null
  readonly made_name: string | null
  readonly due_at: Date | null
  readonly made_at: Date
  readonly ended_at: Date | null
  readonly record_type: string | null
  readonly record_id: string | null
  readonly project_title: string | null
  readonly checks: number
  readonly checks_done: number
}

export interface TodoSummary {
  readonly id: string
  readonly title: string
  readonly state: TodoState
  readonly priority: Priority
  readonly assigneeKind: string
  readonly assignee: string
  readonly assigneeName: string
  readonly takenBy: string | null
  readonly madeBy: string | null
  readonly dueAt: string | null
  readonly madeAt: string
  readonly endedAt: string | null
  readonly recordType: string | null
  readonly recordId: string | null
  readonly project: string | null
  readonly checks: { readonly done: number; readonly total: number }
}

/** To-dos, the newest first; a search finds words of their titles. */
export const todosList = defineList<TodoRow, TodoSummary>({
  name: 'todos',
  namespace: 'work',
  columns: {
    title: { type: 'text', sql: 'lower(t.title)', sort: true },
    state: { type: 'enum', sql: 't.state', values: TODO_STATES, filter: ['is', 'not'] },
    priority: { type: 'enum', sql: 't.priority', values: PRIORITIES, filter: ['is', 'not'] },
    assignee: { type: 'text', sql: 't.assignee', filter: ['is'] },
    takenBy: { type: 'text' },
    dueAt: { type: 'instant', sql: 't.due_at', filter: ['from', 'to', 'last', 'empty'], sort: true, nullable: true },
    madeBy: { type: 'text' },
    madeAt: { type: 'instant', sql: 't.made_at', filter: ['from', 'to', 'last'], sort: true },
    endedAt: { type: 'instant' },
    project: { type: 'text' },
    takenById: { type: 'id', sql: 't.taken_by', filter: ['is'], shown: false },
    madeById: { type: 'id', sql: 't.made_by', filter: ['is'], shown: false },
    projectId: { type: 'id', sql: 't.project_id', filter: ['is'], shown: false },
    recordId: { type: 'text', sql: 't.record_id', filter: ['is'], shown: false },
  },
  from: 'FROM work.todo t',
  as: 't',
  details: `LEFT JOIN work.project p ON p.id = t.project_id LEFT JOIN LATERAL (
    SELECT count(*)::int AS checks, count(c.done_at)::int AS checks_done FROM work.todo_check c WHERE c.todo_id = t.id) k ON true`,
  select: 't.*, p.title AS project_title, k.checks, k.checks_done',
  keys: [{ sql: 't.id', type: 'id' }],
  defaultSort: '-madeAt',
  search: { ways: [(words) => containing('lower(t.title)', words)] },
  shorthands: {
    state: { column: 'state' },
    assignee: { column: 'assignee' },
    recordId: { column: 'recordId' },
    projectId: { column: 'projectId' },
  },
  // Of no market: who is narrowed sees those that are theirs (`todosOf`).
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  present: (row, locale) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    priority: row.priority,
    assigneeKind: recipientOf(row.assignee).kind,
    assignee: row.assignee,
    assigneeName: nameIn(row.assignee_names, locale),
    takenBy: row.taken_name,
    madeBy: row.made_name,
    dueAt: row.due_at?.toISOString() ?? null,
    madeAt: row.made_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    recordType: row.record_type,
    recordId: row.record_id,
    project: row.project_title,
    checks: { done: row.checks_done, total: row.checks },
  }),
})

/** Those that somebody is asked, has or made: all that they see whose work is narrowed. */
export function todosOf(staffId: string, addresses: readonly string[]): Fragment {
  return fragment`(t.assignee = ANY(${addresses}::text[]) OR t.taken_by = ${staffId}::uuid OR t.made_by = ${staffId}::uuid)`
}
