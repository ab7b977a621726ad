import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import type { PromotionDraft } from '../domain/promotions/promotion-draft.ts'
import type { TrialPlace } from '../domain/trial/trial-draft.ts'
import { emptyTally, type TrialTally } from '../domain/trial/trial-tally.ts'

export interface TrialToBegin {
  readonly promotion: { readonly id: string; readonly version: number } | undefined
  readonly draft: PromotionDraft
  readonly since: Date
  readonly until: Date
  readonly others: string
  readonly toLookAt: number
}

export async function readPromotionVersion(ctx: Context, id: string): Promise<number | undefined> {
  if (!isUuid(id)) return undefined
  const row = await ctx.tx.row(
    sql<{ readonly version: number }>`SELECT version FROM pricing.promotion WHERE id = ${id}`,
  )
  return row?.version
}

/** Drafts that nobody kept are kept with their trial for so long. */
const DRAFT_DAYS = 30

export function insertTrial(ctx: Context, id: string, trial: TrialToBegin): void {
  const { promotion, draft, since, until, others, toLookAt } = trial
  const { limits, ...rest } = draft
  const kept = { ...rest, limits: { ...limits, budget: limits.budget && moneyToJson(limits.budget) } }
  const place: TrialPlace = { phase: 'orders' }
  ctx.tx.later(sql`
    DELETE FROM pricing.promotion_trial
    WHERE promotion_id IS NULL AND started_at < ${ctx.now}::timestamptz - make_interval(days => ${DRAFT_DAYS})`)
  ctx.tx.later(sql`
    INSERT INTO pricing.promotion_trial (id, promotion_id, promotion_version, draft, since, until, others, state, place,
      tally, to_look_at, started_by, started_at, moved_at)
    VALUES (${id}, ${promotion?.id ?? null}, ${promotion?.version ?? null}, ${jsonText(kept)}::jsonb, ${since}, ${until},
      ${others}, 'running', ${jsonText(place)}::jsonb, ${jsonText(emptyTally())}::jsonb, ${toLookAt},
      ${actorText(ctx.actor)}, ${ctx.now}, ${ctx.now})`)
}

export interface TrialStep {
  readonly id: string
  readonly run: number
  /** How many were looked at before it, which nobody else may have gone beyond, and after it. */
  readonly from: number
  readonly looked: number
  readonly place: TrialPlace
  readonly tally: TrialTally
  readonly isDone: boolean
}

/** Writes a step, unless the work was stopped or somebody else does it by now; answers whether it was written. */
export async function updateTrial(ctx: Context, step: TrialStep): Promise<boolean> {
  const { id, run, from, looked, place, tally, isDone } = step
  const row = await ctx.tx.row(sql`
    UPDATE pricing.promotion_trial SET looked = ${looked}, place = ${jsonText(place)}::jsonb, tally = ${jsonText(tally)}::jsonb,
      state = ${isDone ? 'done' : 'running'}, moved_at = ${ctx.now}
    WHERE id = ${id} AND run = ${run} AND looked = ${from} AND state = 'running' RETURNING 1`)
  return row !== undefined
}

/** Ends it where it is; answers whether it was running. */
export async function stopTrial(ctx: Context, id: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    UPDATE pricing.promotion_trial SET state = 'stopped', moved_at = ${ctx.now}
    WHERE id = ${id} AND state = 'running' RETURNING 1`)
  return row !== undefined
}

/** Lets it go on from where it is; answers which run it is, or nothing where it is done or still moves. */
export function resumeTrial(
  ctx: Context,
  id: string,
  quietSince: Date,
): Promise<{ readonly run: number; readonly code: string } | undefined> {
  return ctx.tx.row(sql<{ readonly run: number; readonly code: string }>`
    UPDATE pricing.promotion_trial SET state = 'running', run = run + 1, moved_at = ${ctx.now}
    WHERE id = ${id} AND (state = 'stopped' OR (state = 'running' AND moved_at < ${quietSince})) RETURNING run, draft ->> 'code' AS code`)
}
