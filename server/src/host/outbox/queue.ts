import type { Database } from '../database/pool.ts'
import { fragment, sql } from '../database/sql.ts'

/** The one kind of job that may take minutes; every other ends well within its lease. */
export const RUN_TASK = 'run-task'

/** Long work, and work that waits for strangers (`deliver-webhooks`), is claimed apart, so that neither keeps short work waiting. */
export type Lane = 'all' | 'short' | 'long' | 'outward'

// The kinds are written out: the partial indexes job_ready_task and job_ready_outward serve constants, never parameters.
const ofLane = {
  all: fragment`true`,
  short: fragment`kind NOT IN ('run-task', 'deliver-webhooks')`,
  long: fragment`kind = 'run-task'`,
  outward: fragment`kind = 'deliver-webhooks'`,
} as const

export interface ClaimedJob {
  readonly id: string
  readonly kind: string
  readonly ref: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
  readonly max_attempts: number
}

/** Long enough for the slowest job; a worker that dies gives its jobs back when it runs out. */
export const LEASE_SECONDS = 30

/**
 * Claims ready jobs, and running ones whose lease ran out (their worker died), in one statement. SKIP LOCKED lets workers
 * claim side by side; never read by `id > last`, which would skip jobs whose transaction committed late. `dueBy`: as if it were then.
 */
export function claimJobs(
  database: Database,
  workerId: string,
  limit: number,
  lane: Lane = 'all',
  dueBy?: Date,
): Promise<ClaimedJob[]> {
  const due = dueBy === undefined ? fragment`now()` : fragment`${dueBy}::timestamptz`
  return database.rows(sql<ClaimedJob>`
    WITH due AS MATERIALIZED (
      SELECT id FROM host.job WHERE state = 'ready' AND run_at <= ${due} AND ${ofLane[lane]} ORDER BY run_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), abandoned AS MATERIALIZED (
      SELECT id FROM host.job WHERE state = 'running' AND lease_until < now() AND ${ofLane[lane]} ORDER BY lease_until LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE host.job SET state = 'running', attempts = attempts + 1, leased_by = ${workerId}::text,
      lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id IN (SELECT id FROM due UNION ALL SELECT id FROM abandoned)
    RETURNING id, kind, ref, payload, attempts, max_attempts`)
}

/** In the order of their ids, as `finishJobs` does: one renews while the other finishes, and neither waits for the other in a circle. */
export async function renewLeases(database: Database, workerId: string, ids: readonly string[]): Promise<void> {
  await database.rows(sql`
    WITH ours AS MATERIALIZED (
      SELECT id FROM host.job WHERE id = ANY(${ids}::uuid[]) AND leased_by = ${workerId}::text AND state = 'running' ORDER BY id FOR UPDATE
    )
    UPDATE host.job j SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS}) FROM ours WHERE j.id = ours.id`)
}

export async function finishJobs(database: Database, workerId: string, ids: readonly string[]): Promise<void> {
  await database.rows(sql`
    WITH ours AS MATERIALIZED (
      SELECT id FROM host.job WHERE id = ANY(${ids}::uuid[]) AND leased_by = ${workerId}::text AND state = 'running' ORDER BY id FOR UPDATE
    )
    UPDATE host.job j SET state = 'done', finished_at = now(), lease_until = NULL, last_error = NULL FROM ours WHERE j.id = ours.id`)
}

export interface Failure {
  readonly message: string
  readonly retryInSeconds: number
  readonly dead: boolean
}

/** False when it is not this worker's any more. */
export async function failJob(
  database: Pick<Database, 'rows'>,
  workerId: string,
  id: string,
  failure: Failure,
): Promise<boolean> {
  const rows = await database.rows(sql`
    UPDATE host.job SET
      state = CASE WHEN ${failure.dead}::boolean THEN 'dead' ELSE 'ready' END,
      finished_at = CASE WHEN ${failure.dead}::boolean THEN now() END,
      run_at = now() + make_interval(secs => ${failure.retryInSeconds}::float8),
      lease_until = NULL, last_error = ${failure.message}::text
    WHERE id = ${id} AND leased_by = ${workerId}::text AND state = 'running' RETURNING id`)
  return rows.length > 0
}

/** Back into the queue at once and for nothing: the work was interrupted, it did not fail. */
export async function returnJob(database: Database, workerId: string, id: string): Promise<void> {
  await database.rows(sql`
    UPDATE host.job SET state = 'ready', run_at = now(), lease_until = NULL, attempts = greatest(attempts - 1, 0)
    WHERE id = ${id} AND leased_by = ${workerId}::text AND state = 'running'`)
}

const FIRST_RETRY_SECONDS = 2
const LONGEST_RETRY_SECONDS = 3600

/** 2, 4, 8 ... seconds up to an hour, each with up to half as much jitter, so that a crowd does not return at once. */
export function retryDelaySeconds(attempts: number, chance: number): number {
  const delay = Math.min(FIRST_RETRY_SECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_SECONDS)
  return delay * (1 + chance / 2)
}

/** Finished chores without a subject go after some days; work about a record stays beside it (verify J3). */
export async function forgetFinishedJobs(database: Database, days: number): Promise<void> {
  await database.rows(sql`
    DELETE FROM host.job WHERE id IN (
      SELECT id FROM host.job WHERE state = 'done' AND ref IS NULL AND finished_at < now() - make_interval(days => ${days}::integer)
      ORDER BY finished_at LIMIT 1000)`)
}
