import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkDraft, draftOf, type PromotionWish } from '../domain/promotions/promotion-draft.ts'
import { refusals } from '../domain/refusals.ts'
import { QUIET_MS } from '../queries/get-trial.ts'
import {
  insertTrial,
  readPromotionVersion,
  resumeTrial,
  stopTrial,
  updateTrial,
  type TrialStep,
} from '../store/promotion-trials.ts'

export interface TrialWish {
  /** Whose draft it is; undefined where it is not kept yet. */
  readonly promotionId: string | undefined
  readonly draft: PromotionWish
  readonly since: Date
  readonly until: Date
  readonly others: string
  readonly toLookAt: number
}

/** Keeps what is to be tried; nothing is sold by it and no limit counts it. */
export async function beginTrial(ctx: Context, wish: TrialWish): Promise<Result<{ readonly id: string }>> {
  const { promotionId, since, until, others, toLookAt } = wish
  const draft = draftOf(wish.draft)
  const version = promotionId === undefined ? undefined : await readPromotionVersion(ctx, promotionId)
  if (promotionId !== undefined && version === undefined) return refusals.promotion_not_found()
  const checked = checkDraft(draft, undefined)
  if (!checked.ok) return checked
  const id = ctx.newId<'promotion_trial'>()
  insertTrial(ctx, id, {
    promotion: promotionId === undefined || version === undefined ? undefined : { id: promotionId, version },
    draft,
    since,
    until,
    others,
    toLookAt,
  })
  return ok({ id })
}

/** Answers false where the work is somebody else's by now, or was stopped: then it ends. */
export async function keepTrialStep(ctx: Context, step: TrialStep): Promise<Result<boolean>> {
  return ok(await updateTrial(ctx, step))
}

export async function stopPromotionTrial(ctx: Context, id: string): Promise<Result<void>> {
  const isStopped = isUuid(id) && (await stopTrial(ctx, id))
  return isStopped ? ok() : refusals.trial_not_running()
}

/** Answers which run goes on, and the code of what is tried. */
export async function resumePromotionTrial(
  ctx: Context,
  id: string,
): Promise<Result<{ readonly run: number; readonly code: string }>> {
  const quietSince = new Date(ctx.now.getTime() - QUIET_MS)
  const resumed = isUuid(id) ? await resumeTrial(ctx, id, quietSince) : undefined
  return resumed ? ok(resumed) : refusals.trial_not_stopped()
}
