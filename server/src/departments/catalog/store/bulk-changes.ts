import { hashToken } from '../../../host/auth/tokens.ts'
import { actorText, type Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BulkAction, BulkValues } from '../domain/plan-bulk.ts'
import type { Product } from '../domain/product.ts'
import { productOf, wholeProduct, type ProductRow } from './product-row.ts'

export interface ChangedProduct {
  readonly id: string
  /** The version that the change made. */
  readonly version: number
  readonly before: BulkValues
}

/** In the order of ids, so that two changes of many never wait for each other in a ring; see locks.ts for the second read. */
export async function lockProducts(ctx: Context, ids: readonly string[]): Promise<Product[]> {
  const locked = ctx.tx.rows(sql`
    SELECT 1 FROM catalog.product WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`)
  const [, products] = await Promise.all([locked, readProducts(ctx, ids)])
  return products
}

/** For a rehearsal: without a lock. */
export async function readProducts(ctx: Context, ids: readonly string[]): Promise<Product[]> {
  const rows = await ctx.tx.rows(sql<ProductRow>`
    SELECT ${wholeProduct} FROM catalog.product p WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.id`)
  return rows.map(productOf)
}

export interface BulkChange {
  readonly token: string
  readonly action: BulkAction['action']
  readonly changed: readonly ChangedProduct[]
}

export function insertBulkChange(ctx: Context, { token, action, changed }: BulkChange): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.bulk_change (token_hash, action, changed, actor, at)
    VALUES (${hashToken(token)}, ${action}, ${JSON.stringify(changed)}::jsonb, ${actorText(ctx.actor)}, ${ctx.now})`)
}

export interface KeptChange {
  readonly action: BulkAction['action']
  readonly changed: readonly ChangedProduct[]
}

/** One that can still be taken back: not yet, and not too long ago. */
export function lockBulkChange(ctx: Context, token: string, since: Date): Promise<KeptChange | undefined> {
  return ctx.tx.row(sql<KeptChange>`
    SELECT action, changed FROM catalog.bulk_change
    WHERE token_hash = ${hashToken(token)} AND undone_at IS NULL AND at > ${since} FOR UPDATE`)
}

export function markUndone(ctx: Context, token: string): void {
  ctx.tx.later(sql`UPDATE catalog.bulk_change SET undone_at = ${ctx.now} WHERE token_hash = ${hashToken(token)}`)
}

export function forgetBulkChanges(ctx: Context, before: Date): void {
  ctx.tx.later(sql`DELETE FROM catalog.bulk_change WHERE at < ${before}`)
}
