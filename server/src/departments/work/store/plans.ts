import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlanFields } from '../domain/plan.ts'
import { planColumns, toPlan, type PlanRow, type RecordOfPlan, type SavedPlan } from '../queries/read-plans.ts'

export async function lockPlan(ctx: Context, id: string): Promise<SavedPlan | undefined> {
  const row = await ctx.tx.row(sql<PlanRow>`SELECT ${planColumns} WHERE p.id = ${id} FOR UPDATE OF p`)
  return row && toPlan(row)
}

interface NewPlan {
  readonly id: string
  readonly ownerId: string
  readonly record?: RecordOfPlan
}

export function insertPlan(ctx: Context, { id, ownerId, record }: NewPlan, plan: PlanFields): void {
  ctx.tx.later(sql`
    INSERT INTO work.plan (id, kind, title, note, from_on, to_on, starts_at, ends_at, zone, markets, locations, products,
      categories, path, owner_id, unit_id, record_type, record_id, created_at, updated_at)
    VALUES (${id}, ${plan.kind}, ${plan.title}, ${plan.note}, ${plan.fromOn}, ${plan.toOn}, ${plan.startsAt}, ${plan.endsAt},
      ${plan.zone}, ${plan.markets}, ${plan.locations}, ${jsonText(plan.products)}, ${jsonText(plan.categories)}, ${plan.path},
      ${ownerId}, ${plan.unitId}, ${record?.type ?? null}, ${record?.id ?? null}, ${ctx.now}, ${ctx.now})`)
}

export function updatePlan(ctx: Context, id: string, plan: PlanFields): void {
  ctx.tx.later(sql`
    UPDATE work.plan SET kind = ${plan.kind}, title = ${plan.title}, note = ${plan.note}, from_on = ${plan.fromOn},
      to_on = ${plan.toOn}, starts_at = ${plan.startsAt}, ends_at = ${plan.endsAt}, zone = ${plan.zone}, markets = ${plan.markets},
      locations = ${plan.locations}, products = ${jsonText(plan.products)}, categories = ${jsonText(plan.categories)},
      path = ${plan.path}, unit_id = ${plan.unitId}, version = version + 1, updated_at = ${ctx.now}
    WHERE id = ${id}`)
}

export function withdrawPlan(ctx: Context, id: string, reason: string): void {
  ctx.tx.later(sql`
    INSERT INTO work.plan_withdrawal (plan_id, reason, actor, at) VALUES (${id}, ${reason}, ${actorText(ctx.actor)}, ${ctx.now})`)
  ctx.tx.later(sql`UPDATE work.plan SET version = version + 1, updated_at = ${ctx.now} WHERE id = ${id}`)
}

/** What a record intends, locked; two who save the same record at once wait for each other at the record itself. */
export async function lockPlanOfRecord(ctx: Context, { type, id }: RecordOfPlan): Promise<SavedPlan | undefined> {
  const row = await ctx.tx.row(sql<PlanRow>`
    SELECT ${planColumns} WHERE p.record_type = ${type} AND p.record_id = ${id} FOR UPDATE OF p`)
  return row && toPlan(row)
}

/** A record that goes on again: its intention stands as before. The trail keeps that it did not for a while. */
export function takeUpPlan(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM work.plan_withdrawal WHERE plan_id = ${id}`)
}
