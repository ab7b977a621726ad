import type { Refusal, Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { Database } from '../database/pool.ts'
import { fragment, sql } from '../database/sql.ts'
import { decodeCursor, toPage, type Page } from '../http/pagination.ts'
import type { TaskState } from './task.ts'

export interface TaskRow {
  readonly id: string
  readonly kind: string
  readonly title_key: string
  readonly title_params: Readonly<Record<string, string | number>>
  readonly staff_id: string
  readonly state: TaskState
  readonly done_count: number
  readonly total_count: number | null
  readonly problem: Refusal | null
  readonly has_result: boolean
  readonly cancel_asked_at: Date | null
  readonly created_at: Date
  readonly created_text: string
  readonly started_at: Date | null
  readonly finished_at: Date | null
  readonly heartbeat_at: Date | null
  readonly revision: number
  readonly changed_at: Date
}

const columns = fragment`id, kind, title_key, title_params, staff_id, state, done_count, total_count, problem,
  result IS NOT NULL AS has_result, cancel_asked_at, created_at, created_at::text AS created_text, started_at, finished_at,
  heartbeat_at, revision, changed_at FROM host.task`

export interface TaskListInput {
  readonly staffId: string
  readonly open?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** One person's tasks, the newest first. */
export async function listTasks<T>(
  database: Pick<Database, 'rows'>,
  input: TaskListInput,
  present: (row: TaskRow) => T,
): Promise<Result<Page<T>>> {
  const cursor = decodeCursor(input.after, ['instant', 'id'])
  if (!cursor.ok) return cursor
  const [at, id] = cursor.value ?? []
  const isAfter =
    at === undefined ? fragment`true` : fragment`(created_at, id) < (${at}::timestamptz, ${id ?? null}::uuid)`
  const isOpen = input.open ? fragment`state IN ('waiting', 'running')` : fragment`true`
  const rows = await database.rows(sql<TaskRow>`
    SELECT ${columns} WHERE staff_id = ${input.staffId} AND ${isOpen} AND ${isAfter}
    ORDER BY created_at DESC, id DESC LIMIT ${input.limit + 1}`)
  return ok(toPage(rows, input.limit, present, (row) => [row.created_text, row.id]))
}

export interface OwnTask {
  readonly id: string
  readonly staffId: string
}

/** Another person's task is not there. */
export function findTask(database: Pick<Database, 'row'>, { id, staffId }: OwnTask): Promise<TaskRow | undefined> {
  return database.row(sql<TaskRow>`SELECT ${columns} WHERE id = ${id} AND staff_id = ${staffId}`)
}

export function findTaskResult(
  database: Pick<Database, 'row'>,
  { id, staffId }: OwnTask,
): Promise<{ readonly result: unknown } | undefined> {
  return database.row(sql<{ result: unknown }>`
    SELECT result FROM host.task WHERE id = ${id} AND staff_id = ${staffId} AND result IS NOT NULL`)
}

/** What changed in the last seconds for those who watch (host/live/task-watch.ts). */
export function readChangedTasks(
  database: Pick<Database, 'rows'>,
  staffIds: readonly string[],
  windowSeconds: number,
): Promise<TaskRow[]> {
  return database.rows(sql<TaskRow>`
    SELECT ${columns} WHERE staff_id = ANY(${staffIds}::uuid[])
      AND changed_at > clock_timestamp() - make_interval(secs => ${windowSeconds}::float8)
    ORDER BY changed_at LIMIT 500`)
}
