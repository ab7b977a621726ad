import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BasketShare } from '../queries/basket-shares.ts'

/** Those that ended go when others come, some at a time: nobody else looks for them. */
export function insertShare(ctx: Context, { id, lines, bundles, expiresAt }: BasketShare): void {
  ctx.tx.later(sql`
    DELETE FROM orders.basket_share WHERE id IN (
      SELECT id FROM orders.basket_share WHERE expires_at < ${ctx.now} ORDER BY expires_at LIMIT 20 FOR UPDATE SKIP LOCKED)`)
  ctx.tx.later(sql`
    INSERT INTO orders.basket_share (id, lines, bundles, expires_at)
    VALUES (${id}, ${jsonText(lines)}::jsonb, ${jsonText(bundles)}::jsonb, ${expiresAt})`)
}
