import type { House } from '../context.ts'
import { isDatabaseAway } from '../database/errors.ts'
import { UNDER, holdTask } from '../guard/hold-task.ts'
import { holdOf } from '../guard/weigh.ts'
import { JobInterrupted } from '../outbox/job-interrupted.ts'
import { RUN_TASK } from '../outbox/queue.ts'
import type { JobDefinition, JobInput } from '../outbox/worker.ts'
import { hostRefusals } from '../refusals.ts'
import { RunningReport } from './report.ts'
import { tellEnd } from './end-task.ts'
import { claimTask, giveTaskBack, type ClaimedTask, type Ending } from './store.ts'
import type { TaskDefinition } from './task.ts'

export { RUN_TASK }

/** Restarts after a fault or a killed worker; a closing process costs none. */
export const TASK_ATTEMPTS = 5

/**
 * Works off the tasks of every kind, as one kind of job in a lane of its own (worker.ts): an import of minutes must not keep
 * the mail of an order waiting. The job carries the id alone; what is to be done, how far it is and what came of it stand in
 * host.task. A killed worker's job returns when its lease ends, and the task begins anew under a higher attempt, which shuts
 * out the old run should it still be alive.
 */
export function taskJob(definitions: readonly TaskDefinition[]): JobDefinition {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]))
  return {
    kind: RUN_TASK,
    run: async (house, job) => {
      const task = await claimTask(house.database, String(job.payload['taskId']))
      if (!task) return
      const definition = byKind.get(task.kind)
      if (task.cancel_asked_at) return tellEnd(house, { run: task, definition }, { state: 'cancelled' })
      if (!definition) throw new Error(`No task of kind ${task.kind} is known to this version`)
      await attempt(house, { task, definition, job })
    },
  }
}

interface Attempt {
  readonly task: ClaimedTask
  readonly definition: TaskDefinition
  readonly job: JobInput
}

async function attempt(house: House, { task, definition, job }: Attempt): Promise<void> {
  const { database } = house
  const { permission } = definition
  const end = (ending: Ending) => tellEnd(house, { run: task, definition }, ending)
  const report = new RunningReport(house, { run: task, staffId: task.staff_id, permission, signal: job.signal })
  const refused = hostRefusals.not_allowed({ params: { permission } }).refusal
  try {
    const actor = await house.ports?.staff?.findActor(database, task.staff_id)
    if (!actor?.permissions.has(permission)) return await end({ state: 'failed', problem: refused })
    const { id, kind, input } = task
    const running = { id, kind, actor, input, attempt: task.attempt, requestId: task.request_id ?? undefined }
    const outcome = await definition.run(await houseOf(house, task), running, report)
    await report.close()
    const hold = outcome.ok ? undefined : holdOf(outcome.refusal)
    if (hold) return await end({ state: 'failed', problem: await holdTask(house, running, hold) })
    if (!outcome.ok) return await end({ state: 'failed', problem: outcome.refusal })
    const result = outcome.value
    if (report.stopped === 'not_allowed') return await end({ state: 'failed', problem: refused, result })
    await end({ state: report.stopped ?? 'done', result })
  } catch (error) {
    await report.close()
    await afterThrow(house, { task, definition, job }, error)
    throw error
  }
}

/** Long work that others agreed to goes on under what they agreed to. */
async function houseOf(house: House, { input }: ClaimedTask): Promise<House> {
  const requestId = input[UNDER]
  if (typeof requestId !== 'string') return house
  const pass = await house.ports?.approvals?.findGranted(house.database, requestId)
  return pass ? { ...house, guardMode: { kind: 'approved', pass } } : house
}

/** The fault's own text stays in the log and on the job: it may carry what the person may not see. */
async function afterThrow(house: House, { task, definition, job }: Attempt, error: unknown): Promise<void> {
  if (isDatabaseAway(error)) return
  const isLast = job.attempt >= TASK_ATTEMPTS && !(error instanceof JobInterrupted)
  const fault = { code: 'host.fault', status: 500 }
  if (isLast) await tellEnd(house, { run: task, definition }, { state: 'failed', problem: fault, keepInput: true })
  else await giveTaskBack(house.database, task)
}
