import { randomUUID } from 'node:crypto'
import type { House } from '../../host/context.ts'
import { claimJobs, finishJobs } from '../../host/outbox/queue.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'

export interface PastHouse {
  readonly house: House
  /** Moves its clock, and works off what was due until then. */
  moveTo(time: Date): Promise<void>
}

/**
 * The same house at another time: what happens in it happened then, and what follows by itself (mails, papers, refunds) with it. Rejected:
 * leaving that to the worker, which would write every letter of four weeks today.
 */
export function openPast(house: House, jobs: readonly JobDefinition[], begins: Date): PastHouse {
  const byKind = new Map(jobs.map((job) => [job.kind, job]))
  const workerId = randomUUID()
  let time = begins
  const past: House = { ...house, clock: { now: () => time } }

  async function workOff(): Promise<void> {
    for (;;) {
      const due = await claimJobs(house.database, workerId, 100, 'short', time)
      if (due.length === 0) return
      for (const { id, kind, ref, payload, attempts } of due) {
        await byKind.get(kind)?.run(past, { id, ref, payload, attempt: attempts })
      }
      await finishJobs(
        house.database,
        workerId,
        due.map(({ id }) => id),
      )
    }
  }

  return {
    house: past,
    async moveTo(to) {
      time = to
      await workOff()
    },
  }
}
