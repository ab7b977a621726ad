import type { Database } from '../../../host/database/pool.ts'
import type { KeptCollision } from '../../../host/plans/found.ts'
import { sql } from '../../../host/database/sql.ts'

/** Of one plan, the gravest first; with what was said to each. */
export function listCollisionsOf(reader: Pick<Database, 'rows'>, planId: string): Promise<KeptCollision[]> {
  return reader.rows(sql<KeptCollision>`
    SELECT c.id, c.rule, c.plan_id, c.other_id, c.severity, c.path, c.params, c.found_at, p.owner_id, o.owner_id AS other_owner_id,
      coalesce((SELECT jsonb_agg(jsonb_build_object('staffId', a.staff_id, 'word', a.word, 'at', a.at) ORDER BY a.at)
        FROM work.plan_collision_answer a WHERE a.collision_id = c.id), '[]') AS answers
    FROM work.plan_collision c JOIN work.plan p ON p.id = c.plan_id LEFT JOIN work.plan o ON o.id = c.other_id
    WHERE (c.plan_id = ${planId} OR c.other_id = ${planId}) AND c.ended_at IS NULL
    ORDER BY c.severity, c.found_at, c.id`)
}

export async function findCollisionOwners(
  reader: Pick<Database, 'rows'>,
  id: string,
): Promise<{ owners: string[]; planId: string } | undefined> {
  const [row] = await reader.rows(sql<{ plan_id: string; owner_id: string; other_owner_id: string | null }>`
    SELECT c.plan_id, p.owner_id, o.owner_id AS other_owner_id
    FROM work.plan_collision c JOIN work.plan p ON p.id = c.plan_id LEFT JOIN work.plan o ON o.id = c.other_id
    WHERE c.id = ${id} AND c.ended_at IS NULL`)
  if (!row) return undefined
  return {
    planId: row.plan_id,
    owners: row.other_owner_id === null ? [row.owner_id] : [row.owner_id, row.other_owner_id],
  }
}

/** Plan -> how many live collisions it has, and whether one of them is grave. */
export async function countCollisions(
  reader: Pick<Database, 'rows'>,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, { count: number; stop: boolean }>> {
  if (planIds.length === 0) return new Map()
  const rows = await reader.rows(sql<{ id: string; count: number; stop: boolean }>`
    SELECT id, count(*)::int AS count, bool_or(severity = 'stop') AS stop FROM (
      SELECT plan_id AS id, severity FROM work.plan_collision WHERE plan_id = ANY(${planIds}::uuid[]) AND ended_at IS NULL
      UNION ALL
      SELECT other_id, severity FROM work.plan_collision WHERE other_id = ANY(${planIds}::uuid[]) AND ended_at IS NULL
    ) found GROUP BY id`)
  return new Map(rows.map(({ id, count, stop }) => [id, { count, stop }]))
}
