import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Product } from '../domain/product.ts'
import { productOf, wholeProduct, type ProductRow } from './product-row.ts'

/**
 * Plans that PostgreSQL kept from when the shop was small read whole tables for each of some hundred products at once; in this
 * transaction each statement is planned for what is there now.
 */
export function planForMany(ctx: Context): void {
  ctx.tx.later(sql`SET LOCAL plan_cache_mode = force_custom_plan`)
}

export function planAsUsual(ctx: Context): void {
  ctx.tx.later(sql`SET LOCAL plan_cache_mode = auto`)
}

/** In the order of ids, as every lock of many; see locks.ts for the second read. */
export async function lockProductsByHandle(ctx: Context, handles: readonly string[]): Promise<Map<string, Product>> {
  const locked = ctx.tx.rows(sql`
    SELECT 1 FROM catalog.product WHERE handle = ANY(${handles}::text[]) ORDER BY id FOR UPDATE`)
  const [, products] = await Promise.all([locked, readProductsByHandle(ctx, handles)])
  return products
}

/** For a rehearsal: without a lock. */
export async function readProductsByHandle(ctx: Context, handles: readonly string[]): Promise<Map<string, Product>> {
  const rows = await ctx.tx.rows(sql<ProductRow>`
    SELECT ${wholeProduct} FROM catalog.product p WHERE p.handle = ANY(${handles}::text[])`)
  return new Map(rows.map((row) => [row.handle, productOf(row)]))
}
