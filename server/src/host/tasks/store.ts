import type { Refusal } from '../../kernel/result.ts'
import type { Database } from '../database/pool.ts'
import { jsonText } from '../database/json.ts'
import { fragment, sql } from '../database/sql.ts'
import type { TaskState } from './task.ts'

export interface ClaimedTask {
  readonly id: string
  readonly kind: string
  readonly staff_id: string
  readonly request_id: string | null
  readonly input: Readonly<Record<string, unknown>>
  readonly attempt: number
  readonly cancel_asked_at: Date | null
}

/** The rows of one run: whoever claimed the task after us has raised the attempt, and our writes find nothing. */
export interface Run {
  readonly id: string
  readonly attempt: number
}

const touched = fragment`changed_at = clock_timestamp(), revision = revision + 1`

/** Undefined when there is nothing left to do. A task that failed by a fault keeps its input, and may be replayed. */
export function claimTask(database: Database, id: string): Promise<ClaimedTask | undefined> {
  return database.row(sql<ClaimedTask>`
    UPDATE host.task SET state = 'running', attempt = attempt + 1, started_at = coalesce(started_at, clock_timestamp()),
      heartbeat_at = clock_timestamp(), finished_at = NULL, problem = NULL, ${touched}
    WHERE id = ${id} AND input IS NOT NULL AND state IN ('waiting', 'running', 'failed')
    RETURNING id, kind, staff_id, request_id, input, attempt, cancel_asked_at`)
}

/** False when the run is not ours any more. */
export async function writeProgress(database: Database, run: Run, done: number, total: number): Promise<boolean> {
  const row = await database.row(sql`
    UPDATE host.task SET done_count = ${done}, total_count = ${total}, heartbeat_at = clock_timestamp(), ${touched}
    WHERE id = ${run.id} AND attempt = ${run.attempt} AND state = 'running' RETURNING id`)
  return row !== undefined
}

/** A sign of life, told to nobody. */
export async function writeHeartbeat(database: Database, run: Run): Promise<void> {
  await database.rows(sql`
    UPDATE host.task SET heartbeat_at = clock_timestamp()
    WHERE id = ${run.id} AND attempt = ${run.attempt} AND state = 'running'`)
}

/** Whether the person asked to stop; undefined when the run is not ours any more. */
export async function readCancelAsked(database: Database, run: Run): Promise<boolean | undefined> {
  const row = await database.row(sql<{ asked: boolean }>`
    SELECT cancel_asked_at IS NOT NULL AS asked FROM host.task
    WHERE id = ${run.id} AND attempt = ${run.attempt} AND state = 'running'`)
  return row?.asked
}

export interface Ending {
  readonly state: Extract<TaskState, 'done' | 'failed' | 'cancelled'>
  readonly result?: unknown
  readonly problem?: Refusal | undefined
  /** Only after a fault: somebody may mend its cause and replay the job. */
  readonly keepInput?: boolean
}

/** False when the run is not ours any more. */
export async function endTask(database: Pick<Database, 'rows'>, run: Run, ending: Ending): Promise<boolean> {
  const { state, result, problem, keepInput = false } = ending
  const rows = await database.rows(sql`
    UPDATE host.task SET state = ${state}::text, finished_at = clock_timestamp(),
      result = ${result === undefined ? null : jsonText(result)}::jsonb,
      problem = ${problem === undefined ? null : jsonText(problem)}::jsonb,
      input = CASE WHEN ${keepInput}::boolean THEN input END, ${touched}
    WHERE id = ${run.id} AND attempt = ${run.attempt} AND state = 'running' RETURNING id`)
  return rows.length > 0
}

/** Back to waiting: the queue brings it again. */
export async function giveTaskBack(database: Database, run: Run): Promise<void> {
  await database.rows(sql`
    UPDATE host.task SET state = 'waiting', ${touched}
    WHERE id = ${run.id} AND attempt = ${run.attempt} AND state = 'running'`)
}

/** With what came of them: who wants to keep a report has had time to download it. */
export async function forgetFinishedTasks(database: Database, days: number): Promise<void> {
  await database.rows(sql`
    DELETE FROM host.task WHERE id IN (
      SELECT id FROM host.task WHERE finished_at < now() - make_interval(days => ${days}::integer)
      ORDER BY finished_at LIMIT 1000)`)
}

export { touched }
