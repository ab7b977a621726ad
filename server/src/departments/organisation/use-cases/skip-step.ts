import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deleteSkippedStep, insertSkippedStep } from '../store/skipped-steps.ts'

/** Passes over a step of the set-up guide, or takes it up again. */
export async function skipStep(
  ctx: Context,
  { step, skipped }: { readonly step: string; readonly skipped: boolean },
): Promise<Result<void>> {
  const staffId = staffBehind(ctx.actor)
  if (skipped && staffId !== undefined) insertSkippedStep(ctx, step, staffId)
  if (!skipped) deleteSkippedStep(ctx, step)
  ctx.audit({
    action: 'organisation:write',
    objectType: 'set_up_step',
    objectId: step,
    changes: [{ field: 'skipped', after: skipped }],
  })
  return ok()
}
