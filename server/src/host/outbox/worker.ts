import { randomUUID } from 'node:crypto'
import { Cron } from 'croner'
import type { House } from '../context.ts'
import { isDatabaseAway } from '../database/errors.ts'
import { sql } from '../database/sql.ts'
import { forgetOldPresence } from '../presence/store.ts'
import { finishedWorkDays } from '../settings/host-settings.ts'
import { readSetting } from '../settings/read-setting.ts'
import { forgetFinishedTasks } from '../tasks/store.ts'
import { giveUpJob } from './give-up.ts'
import { JobInterrupted } from './job-interrupted.ts'
import {
  LEASE_SECONDS,
  claimJobs,
  failJob,
  finishJobs,
  forgetFinishedJobs,
  renewLeases,
  retryDelaySeconds,
  returnJob,
  type ClaimedJob,
  type Lane,
} from './queue.ts'
import { ToldTogether } from './told-together.ts'

/** What a job kind does. Runs at least once: it must be harmless twice. A thrown error is a retry. */
export interface JobDefinition {
  readonly kind: string
  readonly run: (house: House, job: JobInput) => Promise<void>
  /** Cron expression in UTC for recurring work; the job itself takes no input then. */
  readonly schedule?: string
}

export interface JobInput {
  readonly id: string
  readonly ref: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempt: number
  /** Aborted when this process is to end: long work stops between two chunks and throws JobInterrupted. */
  readonly signal?: AbortSignal | undefined
}

export interface Worker {
  stop(): Promise<void>
}

const BATCH = 10
const IDLE_MS = 250
/** How often the other lanes are looked into while short work goes on; a little less than an idle round, so that each of those looks. */
const OTHER_LANES_MS = 200
/** How long a job that is done waits for those beside it, to be written as done with them: a sixth of what a batch takes. */
const FINISHED_WITHIN_MS = 10
/** Of one organisation at once; its people wait for each other's long work rather than the shop for it. */
const LONG_AT_ONCE = 1
/** Of one organisation at once; each waits for a stranger of its own, and none for another. */
const OUTWARD_AT_ONCE = 24

/**
 * One worker goes round all organisations. It claims a batch by lease, runs it side by side, renews leases while it works
 * and writes each outcome; killed at any point, its jobs return when the lease ends. Long work (tasks) has a lane of its own
 * in which the organisations do not wait for each other; a batch of short jobs would otherwise last as long as its longest.
 *
 * Rejected: LISTEN/NOTIFY inside the business transaction (it takes a database-wide lock at commit); a quarter of a second
 * of polling is invisible to people and costs one index probe.
 */
export function startWorker(houses: () => Promise<readonly House[]>, jobs: readonly JobDefinition[]): Worker {
  const workerId = randomUUID()
  const byKind = new Map(jobs.map((job) => [job.kind, job]))
  const closing = new AbortController()
  const shift = { byKind, workerId, signal: closing.signal }
  const longRunning = new Map<string, Promise<unknown>>()
  const outward = new Map<string, Set<Promise<unknown>>>()
  let stopping = false
  let lookedAt = -OTHER_LANES_MS

  async function loop(): Promise<void> {
    while (!stopping) {
      const worked = await round(await houses().catch(() => []))
      if (worked === 0 && !stopping) await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    }
  }

  async function round(all: readonly House[]): Promise<number> {
    const begun = beginOtherLanes(all)
    const counts = await Promise.all(all.map((house) => workOff(house, shift, SHORT).catch(() => 0)))
    await begun
    return counts.reduce((sum, count) => sum + count, 0)
  }

  async function beginOtherLanes(all: readonly House[]): Promise<void> {
    const now = performance.now()
    if (now - lookedAt < OTHER_LANES_MS) return
    lookedAt = now
    for (const house of all) beginLongWork(house)
    await Promise.all(all.map((house) => beginOutwardWork(house).catch(() => 0)))
  }

  function beginLongWork(house: House): void {
    const { id } = house.organisation
    if (longRunning.has(id)) return
    longRunning.set(
      id,
      workOff(house, shift, LONG)
        .catch(() => 0)
        .finally(() => longRunning.delete(id)),
    )
  }

  /** As many as there is room for, each by itself: no batch lasts as long as its slowest. */
  async function beginOutwardWork(house: House): Promise<void> {
    const running = outward.get(house.organisation.id) ?? new Set()
    outward.set(house.organisation.id, running)
    const room = OUTWARD_AT_ONCE - running.size
    if (room <= 0) return
    for (const job of await claimJobs(house.database, workerId, room, 'outward')) {
      const work: Promise<unknown> = runClaimed(house, [job], shift)
        .catch(() => {})
        .finally(() => running.delete(work))
      running.add(work)
    }
  }

  const clocks = jobs
    .filter((job) => job.schedule !== undefined)
    .map((job) => new Cron(job.schedule ?? '', { timezone: 'UTC' }, (self: Cron) => tick(houses, job, self)))
  const running = loop()

  return {
    async stop() {
      stopping = true
      closing.abort()
      clocks.forEach((clock) => clock.stop())
      await running
      await Promise.all([...longRunning.values(), ...[...outward.values()].flatMap((running) => [...running])])
    },
  }
}

/** Every worker ticks; the dedup key `kind@minute` lets one of the ticks become a job. */
async function tick(houses: () => Promise<readonly House[]>, job: JobDefinition, clock: Cron): Promise<void> {
  const due = (clock.currentRun() ?? new Date()).toISOString()
  for (const house of await houses().catch(() => [])) {
    await house.database
      .rows(
        sql`INSERT INTO host.job (id, kind, payload, dedup_key, run_at, created_at)
            VALUES (${randomUUID()}, ${job.kind}, '{}', ${due.slice(0, 19)}, now(), now())
            ON CONFLICT (kind, dedup_key) WHERE dedup_key IS NOT NULL DO NOTHING`,
      )
      .catch(() => {})
  }
}

interface Shift {
  readonly byKind: ReadonlyMap<string, JobDefinition>
  readonly workerId: string
  readonly signal: AbortSignal
}

const SHORT = { lane: 'short', most: BATCH } as const
const LONG = { lane: 'long', most: LONG_AT_ONCE } as const

async function workOff(house: House, shift: Shift, { lane, most }: { lane: Lane; most: number }): Promise<number> {
  const claimed = await claimJobs(house.database, shift.workerId, most, lane)
  if (claimed.length > 0) await runClaimed(house, claimed, shift)
  return claimed.length
}

async function runClaimed(house: House, claimed: readonly ClaimedJob[], shift: Shift): Promise<void> {
  const { workerId } = shift
  const ids = claimed.map((job) => job.id)
  const renewal = setInterval(
    () => void renewLeases(house.database, workerId, ids).catch(() => {}),
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    const company = { among: claimed.length, patienceMs: FINISHED_WITHIN_MS }
    const done = new ToldTogether<string>((some) => finishJobs(house.database, workerId, some), company)
    await Promise.all(claimed.map((job) => runOne(house, job, { ...shift, done })))
  } finally {
    clearInterval(renewal)
  }
}

interface Batch extends Shift {
  readonly done: ToldTogether<string>
}

async function runOne(house: House, job: ClaimedJob, { byKind, workerId, signal, done }: Batch): Promise<void> {
  try {
    const definition = byKind.get(job.kind)
    if (!definition) throw new Error(`No job of kind ${job.kind} is known to this version`)
    await definition.run(house, { id: job.id, ref: job.ref, payload: job.payload, attempt: job.attempts, signal })
    await done.add(job.id)
  } catch (error) {
    // With the database away nothing can be written; the lease runs out and the job returns by itself.
    if (isDatabaseAway(error)) return
    if (error instanceof JobInterrupted) return returnJob(house.database, workerId, job.id).catch(() => {})
    const message = error instanceof Error ? error.message : String(error)
    house.log.warn('job.failed', { jobId: job.id, kind: job.kind, attempt: job.attempts, error: message })
    const kept = message.slice(0, 500)
    if (job.attempts >= job.max_attempts) return giveUpJob(house, workerId, job, kept).catch(() => {})
    const retryInSeconds = retryDelaySeconds(job.attempts, Math.random())
    await failJob(house.database, workerId, job.id, { message: kept, retryInSeconds, dead: false }).catch(() => {})
  }
}

/** Recurring work of the host itself. */
export const hostJobs: readonly JobDefinition[] = [
  {
    kind: 'forget-finished-jobs',
    schedule: '17 3 * * *',
    run: async ({ database }) => {
      const days = await readSetting(database, finishedWorkDays)
      await forgetFinishedJobs(database, days)
      await forgetFinishedTasks(database, days)
    },
  },
  {
    kind: 'forget-old-tokens',
    schedule: '23 3 * * *',
    run: async (house) => {
      await house.database.rows(sql`DELETE FROM host.single_use_token WHERE expires_at < now() - interval '7 days'`)
      await house.database.rows(sql`DELETE FROM host.session WHERE expires_at < now() - interval '30 days'`)
      await house.database.rows(sql`DELETE FROM host.sign_in_failure WHERE at < now() - interval '1 day'`)
      await house.database.rows(sql`DELETE FROM host.idempotency WHERE finished_at < now() - interval '7 days'`)
      await forgetOldPresence(house.database, house.clock.now())
    },
  },
]
