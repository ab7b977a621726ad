import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Category } from '../domain/category.ts'
import type { Product } from '../domain/product.ts'
import { categoryColumns } from './category-rows.ts'
import { productOf, wholeProduct, type ProductRow } from './product-row.ts'

/**
 * Two statements, sent together: the first waits for whoever changes the product, the second reads what they left behind
 * (one statement would read the options and variants of before the wait).
 */
export async function lockProductByHandle(ctx: Context, handle: string): Promise<Product | undefined> {
  const locked = ctx.tx.row(sql`SELECT 1 FROM catalog.product WHERE handle = ${handle} FOR UPDATE`)
  const read = ctx.tx.row(sql<ProductRow>`SELECT ${wholeProduct} FROM catalog.product p WHERE p.handle = ${handle}`)
  const [, row] = await Promise.all([locked, read])
  return row && productOf(row)
}

export async function lockProduct(ctx: Context, id: string): Promise<Product | undefined> {
  const locked = ctx.tx.row(sql`SELECT 1 FROM catalog.product WHERE id = ${id}::uuid FOR UPDATE`)
  const read = ctx.tx.row(sql<ProductRow>`SELECT ${wholeProduct} FROM catalog.product p WHERE p.id = ${id}::uuid`)
  const [, row] = await Promise.all([locked, read])
  return row && productOf(row)
}

/** The whole tree: moving a branch must see all of it. In the order of ids. */
export function lockCategories(ctx: Context): Promise<Category[]> {
  return ctx.tx.rows(sql<Category>`SELECT ${categoryColumns} FROM catalog.category c ORDER BY c.id FOR UPDATE`)
}
