import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Placing } from '../domain/taxonomy.ts'

export interface SavedPlacing extends Placing {
  readonly version: number
}

/** Whoever places a product waits for whoever does so now: its row is locked, which is there before the first placing. */
export async function lockPlacing(ctx: Context, productId: string): Promise<SavedPlacing | undefined> {
  const locked = ctx.tx.row(sql`SELECT 1 FROM catalog.product WHERE id = ${productId}::uuid FOR UPDATE`)
  const read = ctx.tx.row(sql<SavedPlacing>`
    SELECT taxonomy_id AS "taxonomyId", google_id AS "googleId", version FROM catalog.product_taxonomy
    WHERE product_id = ${productId}::uuid`)
  const [, row] = await Promise.all([locked, read])
  return row
}

export function writePlacing(ctx: Context, productId: string, { taxonomyId, googleId, version }: SavedPlacing): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.product_taxonomy (product_id, taxonomy_id, google_id, version, updated_at)
    VALUES (${productId}::uuid, ${taxonomyId}, ${googleId}, ${version}, ${ctx.now})
    ON CONFLICT (product_id) DO UPDATE SET taxonomy_id = excluded.taxonomy_id, google_id = excluded.google_id,
      version = excluded.version, updated_at = excluded.updated_at`)
}
