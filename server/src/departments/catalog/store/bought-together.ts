import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Counted, TogetherWish } from '../domain/bought-together.ts'

/** Waits for whoever takes one of them at this moment, and notes it again behind them. */
export async function noteDue(ctx: Context, productIds: readonly string[]): Promise<void> {
  await ctx.tx.rows(sql`
    INSERT INTO catalog.bought_together_due (product_id) SELECT id FROM unnest(${productIds}::uuid[]) AS sold(id) ORDER BY id
    ON CONFLICT DO NOTHING`)
}

/** Taken before they are counted: an order that comes afterwards notes its products anew. */
export async function takeDue(ctx: Context, limit: number): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ id: string }>`
    DELETE FROM catalog.bought_together_due WHERE product_id IN (
      SELECT product_id FROM catalog.bought_together_due ORDER BY product_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING product_id AS id`)
  return rows.map(({ id }) => id)
}

export async function readKept(ctx: Context, productId: string): Promise<Counted> {
  const [bought, others] = await Promise.all([
    ctx.tx.row(sql<{ orders: number }>`SELECT orders FROM catalog.bought WHERE product_id = ${productId}::uuid`),
    ctx.tx.rows(sql<{ productId: string; together: number }>`
      SELECT other_id AS "productId", together FROM catalog.bought_together WHERE product_id = ${productId}::uuid
      ORDER BY together DESC, other_id`),
  ])
  return { orders: bought?.orders ?? 0, others }
}

export function writeCounted(ctx: Context, productId: string, { orders, others }: Counted): void {
  if (orders === 0) ctx.tx.later(sql`DELETE FROM catalog.bought WHERE product_id = ${productId}::uuid`)
  else {
    ctx.tx.later(sql`
      INSERT INTO catalog.bought (product_id, orders, counted_at) VALUES (${productId}::uuid, ${orders}, ${ctx.now})
      ON CONFLICT (product_id) DO UPDATE SET orders = excluded.orders, counted_at = excluded.counted_at`)
  }
  ctx.tx.later(sql`DELETE FROM catalog.bought_together WHERE product_id = ${productId}::uuid`)
  ctx.tx.later(sql`
    INSERT INTO catalog.bought_together (product_id, other_id, together)
    SELECT ${productId}::uuid, other, together
    FROM unnest(${others.map((one) => one.productId)}::uuid[], ${others.map(({ together }) => together)}::integer[])
      AS counted(other, together)`)
}

export function readWishes(ctx: Context, productId: string): Promise<TogetherWish[]> {
  return ctx.tx.rows(sql<TogetherWish>`
    SELECT other_id AS "productId", wish FROM catalog.together_wish WHERE product_id = ${productId}::uuid ORDER BY position`)
}

/** Instead of whatever was wished before. */
export function writeWishes(ctx: Context, productId: string, wishes: readonly TogetherWish[]): void {
  ctx.tx.later(sql`DELETE FROM catalog.together_wish WHERE product_id = ${productId}::uuid`)
  ctx.tx.later(sql`
    INSERT INTO catalog.together_wish (product_id, other_id, wish, position)
    SELECT ${productId}::uuid, other, wish, position FROM unnest(
      ${wishes.map((one) => one.productId)}::uuid[], ${wishes.map(({ wish }) => wish)}::text[]
    ) WITH ORDINALITY AS wished(other, wish, position)`)
}
