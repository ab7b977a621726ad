import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PlanFields } from '../domain/plan.ts'
import { planColumns, toPlan, type PlanRow, type SavedPlan } from '../queries/read-plans.ts'

export async function lockPlan(ctx: Context, id: string): Promise<SavedPlan | undefined> {
  const row = await ctx.tx.row(sql<PlanRow>`SELECT ${planColumns} WHERE p.id = ${id} FOR UPDATE OF p`)
  return row && toPlan(row)
}

export function insertPlan(ctx: Context, { id, ownerId }: { id: string; ownerId: string }, plan: PlanFields): void {
  ctx.tx.later(sql`
    INSERT INTO work.plan (id, kind, title, note, from_on, to_on, starts_at, ends_at, zone, markets, locations, products,
      categories, path, owner_id, unit_id, created_at, updated_at)
    VALUES (${id}, ${plan.kind}, ${plan.title}, ${plan.note}, ${plan.fromOn}, ${plan.toOn}, ${plan.startsAt}, ${plan.endsAt},
      ${plan.zone}, ${plan.markets}, ${plan.locations}, ${jsonText(plan.products)}, ${jsonText(plan.categories)}, ${plan.path},
      ${ownerId}, ${plan.unitId}, ${ctx.now}, ${ctx.now})`)
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
