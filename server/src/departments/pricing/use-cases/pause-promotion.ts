import type { Context } from '../../../host/context.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { endPause, insertPause, lockPromotion } from '../store/promotions.ts'
import { displacePromotion, type SavingPromotion } from './promotion-interference.ts'
import { admit, type SavedPromotion } from './save-promotion.ts'

/** Stops a promotion at once: the next basket is priced without it. Orders that were placed keep what they were promised. */
export async function pausePromotion(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
  plans: PlansPort,
): Promise<Result<SavedPromotion>> {
  const held = await lockPromotion(ctx, id)
  if (!held) return refusals.promotion_not_found()
  if (held.paused) return refusals.promotion_paused_already()
  insertPause(ctx, held.id, reason)
  await displacePromotion(ctx, held.id, { reason, plans })
  return ok(told(ctx, held, { reason, paused: true }))
}

export async function resumePromotion(
  ctx: Context,
  { id }: { id: string },
  saving: SavingPromotion,
): Promise<Result<SavedPromotion>> {
  const held = await lockPromotion(ctx, id)
  if (!held) return refusals.promotion_not_found()
  if (!held.paused) return refusals.promotion_not_paused()
  endPause(ctx, held.id)
  const free = await admit(ctx, held, saving)
  if (!free.ok) return free
  return ok(told(ctx, held, { paused: false }))
}

function told(
  ctx: Context,
  { id, version }: SavedPromotion,
  { paused, reason }: { paused: boolean; reason?: string },
): SavedPromotion {
  ctx.audit({
    action: 'pricing:promote',
    objectType: 'promotion',
    objectId: id,
    version: version + 1,
    changes: [{ field: 'paused', before: !paused, after: paused }],
    ...(reason !== undefined && { reason }),
  })
  return { id, version: version + 1 }
}
