import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/** A row that is there already is written again, so that whoever takes it meanwhile leaves it, or waits for what changes here. */
export function noteProductsDue(ctx: Context, productIds: readonly string[]): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.offer_due (product_id, noted_at)
    SELECT id, ${ctx.now}::timestamptz FROM unnest(${productIds}::uuid[]) AS changed(id) ORDER BY id
    ON CONFLICT (product_id) DO UPDATE SET noted_at = excluded.noted_at`)
}

export function noteProductsOfVariantsDue(ctx: Context, variantIds: readonly string[]): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.offer_due (product_id, noted_at)
    SELECT DISTINCT v.product_id, ${ctx.now}::timestamptz FROM catalog.variant v WHERE v.id = ANY(${variantIds}::uuid[])
    ORDER BY v.product_id
    ON CONFLICT (product_id) DO UPDATE SET noted_at = excluded.noted_at`)
}

/** Taken before they are looked at: what changes afterwards notes them anew. */
export async function takeProductsDue(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ id: string }>`
    DELETE FROM catalog.offer_due WHERE product_id IN (
      SELECT product_id FROM catalog.offer_due ORDER BY product_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING product_id AS id`)
  return rows.map(({ id }) => id)
}
