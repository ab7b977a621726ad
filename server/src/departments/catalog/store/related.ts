import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Relation } from '../domain/related.ts'

/**
 * Holds a product and all that shall be related to it, in the order of ids: two that are related to each other at the same
 * time would else each wait for the other's row. Answers which of them there are.
 */
export async function lockRelated(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx.rows(sql<{ id: string }>`
    SELECT id FROM catalog.product WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`)
  return new Set(rows.map(({ id }) => id))
}

/** Instead of whatever was related before. `relations` stand in the order of their kind. */
export function writeRelated(ctx: Context, productId: string, relations: readonly Relation[]): void {
  ctx.tx.later(sql`DELETE FROM catalog.related_product WHERE product_id = ${productId}::uuid`)
  ctx.tx.later(sql`
    INSERT INTO catalog.related_product (product_id, kind, related_id, position, both_ways)
    SELECT ${productId}::uuid, kind, related_id, position, both_ways FROM unnest(
      ${relations.map(({ kind }) => kind)}::text[], ${relations.map((one) => one.productId)}::uuid[],
      ${relations.map((_, at) => at + 1)}::smallint[], ${relations.map(({ bothWays }) => bothWays)}::boolean[]
    ) AS given(kind, related_id, position, both_ways)`)
}
