import { defineList } from '../../../host/lists/define-list.ts'

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
  readonly finished_at: Date | null
  readonly last_error: string | null
}

const columns =
  'j.id, j.kind, j.ref, j.state, j.attempts, j.max_attempts, j.run_at, j.created_at, j.finished_at, j.last_error'

/** The newest first. */
export const jobsList = defineList<JobRow, JobView>({
  name: 'jobs',
  namespace: 'operations',
  columns: {
    createdAt: { type: 'instant', sql: 'j.created_at', filter: ['from', 'to', 'last'], sort: true },
    kind: { type: 'text' },
    state: { type: 'enum', sql: 'j.state', values: ['ready', 'running', 'done', 'dead'], filter: ['is', 'not'] },
    ref: { type: 'text', sql: 'j.ref', filter: ['is'], nullable: true },
    attempts: { type: 'integer' },
    runAt: { type: 'instant' },
    finishedAt: { type: 'instant', nullable: true },
    lastError: { type: 'text', nullable: true },
  },
  from: 'FROM host.job j',
  as: 'j',
  base: columns,
  select: columns,
  keys: [{ sql: 'j.id', type: 'id' }],
  defaultSort: '-createdAt',
  shorthands: { state: { column: 'state' } },
  present: ({ id, kind, ref, state, attempts, ...row }) => ({
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
  }),
})
