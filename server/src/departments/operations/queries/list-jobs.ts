import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { toPage, type Page } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readTimeCursor } from './read-cursor.ts'

export type JobState = 'ready' | 'running' | 'done' | 'dead'

export interface JobView {
  readonly id: string
  readonly kind: string
  readonly ref: string | null
  readonly state: JobState
  readonly attempts: number
  readonly maxAttempts: number
  readonly runAt: string
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly lastError: string | null
}

interface JobRow {
  readonly id: string
  readonly kind: string
  readonly ref: string | null
  readonly state: JobState
  readonly attempts: number
  readonly max_attempts: number
  readonly run_at: Date
  readonly created_at: Date
  readonly created_text: string
  readonly finished_at: Date | null
  readonly last_error: string | null
}

export interface JobListInput {
  readonly state?: JobState | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listJobs(database: Database, input: JobListInput): Promise<Result<Page<JobView>>> {
  const cursor = readTimeCursor(input.after)
  if (!cursor.ok) return cursor
  const inState = input.state === undefined ? fragment`true` : fragment`state = ${input.state}`
  const key = cursor.value
  const isAfter = key === null ? fragment`true` : fragment`(created_at, id) < (${key.at}::timestamptz, ${key.id}::uuid)`
  const rows = await database.rows(sql<JobRow>`
    SELECT id, kind, ref, state, attempts, max_attempts, run_at, created_at, created_at::text AS created_text, finished_at,
      last_error
    FROM host.job WHERE ${inState} AND ${isAfter} ORDER BY created_at DESC, id DESC LIMIT ${input.limit + 1}`)
  return ok(toPage(rows, input.limit, present, (row) => [row.created_text, row.id]))
}

function present(row: JobRow): JobView {
  const { id, kind, ref, state, attempts } = row
  return {
    id,
    kind,
    ref,
    state,
    attempts,
    maxAttempts: row.max_attempts,
    runAt: row.run_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    lastError: row.last_error,
  }
}
