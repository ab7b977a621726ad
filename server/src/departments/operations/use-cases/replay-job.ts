import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockJob, requeueJob } from '../store/jobs.ts'

/** Work that was given up is done once more, now that its cause is mended. */
export async function replayJob(ctx: Context, id: string): Promise<Result<void>> {
  const job = await lockJob(ctx.tx, id)
  if (!job) return refusals.job_not_found()
  if (job.state !== 'dead') return refusals.not_dead({ params: { state: job.state } })
  requeueJob(ctx.tx, id, ctx.now)
  ctx.audit({
    action: 'operations:replay',
    objectType: 'job',
    objectId: id,
    changes: [{ field: 'state', before: 'dead', after: 'ready' }],
  })
  return ok()
}
