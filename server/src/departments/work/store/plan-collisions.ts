import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Collision, LiveCollision } from '../domain/plan-collision.ts'

interface CollisionRow {
  readonly id: string
  readonly rule: string
  readonly plan_id: string
  readonly other_id: string | null
  readonly about: string
  readonly severity: 'warn' | 'stop'
  readonly path: string | null
  readonly params: Record<string, string | number>
}

/** Those of a plan, found from it or from the other side; locked in the order of their ids. */
export async function lockLiveCollisions(ctx: Context, planId: string): Promise<LiveCollision[]> {
  const rows = await ctx.tx.rows(sql<CollisionRow>`
    SELECT id, rule, plan_id, other_id, about, severity, path, params FROM work.plan_collision
    WHERE (plan_id = ${planId} OR other_id = ${planId}) AND ended_at IS NULL ORDER BY id FOR UPDATE`)
  return rows.map(({ plan_id, other_id, ...row }) => ({ ...row, planId: plan_id, otherId: other_id }))
}

/** Found by two at once, it is kept once. */
export function insertCollisions(ctx: Context, collisions: readonly (Collision & { readonly id: string })[]): void {
  for (const { id, rule, planId, otherId, about, severity, path, params } of collisions) {
    ctx.tx.later(sql`
      INSERT INTO work.plan_collision (id, rule, plan_id, other_id, about, severity, path, params, found_at)
      VALUES (${id}, ${rule}, ${planId}, ${otherId}, ${about}, ${severity}, ${path}, ${jsonText(params)}, ${ctx.now})
      ON CONFLICT (pair, rule, about) WHERE ended_at IS NULL DO NOTHING`)
  }
}

export function renewCollisions(ctx: Context, collisions: readonly LiveCollision[]): void {
  for (const { id, severity, path, params } of collisions) {
    ctx.tx.later(sql`
      UPDATE work.plan_collision SET severity = ${severity}, path = ${path}, params = ${jsonText(params)}
      WHERE id = ${id} AND (severity, params) IS DISTINCT FROM (${severity}, ${jsonText(params)}::jsonb)`)
  }
}

export function endCollisions(ctx: Context, ids: readonly string[]): void {
  if (ids.length === 0) return
  ctx.tx.later(
    sql`UPDATE work.plan_collision SET ended_at = ${ctx.now} WHERE id = ANY(${ids}::uuid[]) AND ended_at IS NULL`,
  )
}

export function writeAnswer(
  ctx: Context,
  { collisionId, staffId, word }: { collisionId: string; staffId: string; word: string },
): void {
  ctx.tx.later(sql`
    INSERT INTO work.plan_collision_answer (collision_id, staff_id, word, at) VALUES (${collisionId}, ${staffId}, ${word}, ${ctx.now})
    ON CONFLICT (collision_id, staff_id) DO UPDATE SET word = excluded.word, at = excluded.at`)
}
