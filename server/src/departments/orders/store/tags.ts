import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { deskRefusals as refusals } from '../domain/desk-refusals.ts'
import type { TagWish } from '../domain/tag.ts'

export interface LockedTag extends TagWish {
  readonly id: string
  readonly version: number
}

/** Names are unique whatever their letters' size: the database has the last word on two who declare the same. */
const sameName = { refusals: { tag_by_name: () => refusals.tag_exists({ field: 'name' }) } }

export function lockTag(ctx: Context, id: string): Promise<LockedTag | undefined> {
  ctx.tx.later(sql`SELECT 1 FROM orders.tag WHERE id = ${id} FOR UPDATE`)
  return ctx.tx.row(sql<LockedTag>`SELECT id, name, colour, version FROM orders.tag WHERE id = ${id}`)
}

export function insertTag(ctx: Context, id: string, { name, colour }: TagWish): void {
  ctx.tx.later(
    sql`INSERT INTO orders.tag (id, name, colour, created_at) VALUES (${id}, ${name}, ${colour}, ${ctx.now})`,
    sameName,
  )
}

export function updateTag(ctx: Context, { id, name, colour }: TagWish & { readonly id: string }): void {
  ctx.tx.later(
    sql`UPDATE orders.tag SET name = ${name}, colour = ${colour}, version = version + 1 WHERE id = ${id}`,
    sameName,
  )
}

export function deleteTag(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM orders.tag WHERE id = ${id}`)
}

/** Those of these that there are, kept from being removed until the transaction ends. */
export function holdTags(ctx: Context, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return ctx.tx.rows(sql<{ id: string; name: string }>`
    SELECT id, name FROM orders.tag WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`)
}

export function insertOrderTags(ctx: Context, orderId: string, tagIds: readonly string[]): void {
  if (tagIds.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO orders.order_tag (order_id, tag_id, at, actor)
    SELECT ${orderId}::uuid, tag, ${ctx.now}::timestamptz, ${actorText(ctx.actor)} FROM unnest(${tagIds}::uuid[]) tag
    ON CONFLICT DO NOTHING`)
}

export function deleteOrderTags(ctx: Context, orderId: string, tagIds: readonly string[]): void {
  if (tagIds.length === 0) return
  ctx.tx.later(sql`DELETE FROM orders.order_tag WHERE order_id = ${orderId} AND tag_id = ANY(${tagIds}::uuid[])`)
}
