import { ok } from '../../kernel/result.ts'
import { runCommand, system, type House } from '../context.ts'
import type { DomainEvent } from './emit.ts'
import { failJob, type ClaimedJob } from './queue.ts'

/** Work was tried for the last time and waits for a person. */
export const jobDied = ({ id, kind }: Pick<ClaimedJob, 'id' | 'kind'>): DomainEvent => ({
  name: 'job.died.v1',
  ref: { kind: 'job', id },
  payload: { jobId: id, kind },
})

/** What tells people of facts; that such work died is told to nobody, lest its death be told by the next. */
const TELLS = 'alert-'

/** In one transaction with the fact, so that nothing dies unheard. */
export async function giveUpJob(house: House, workerId: string, job: ClaimedJob, message: string): Promise<void> {
  await runCommand(house, { actor: system('worker') }, async (ctx) => {
    const isOurs = await failJob(ctx.tx, workerId, job.id, { message, retryInSeconds: 0, dead: true })
    if (isOurs && !job.kind.startsWith(TELLS)) ctx.emit(jobDied(job))
    return ok()
  })
}
