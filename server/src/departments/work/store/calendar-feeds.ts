import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CalendarFeed } from '../queries/read-calendar-feeds.ts'

export function insertFeed(
  ctx: Context,
  feed: CalendarFeed & { readonly staffId: string; readonly tokenHash: Buffer },
): void {
  const { id, staffId, tokenHash, name, locale, kinds, markets, unitId } = feed
  ctx.tx.later(sql`
    INSERT INTO work.calendar_feed (id, staff_id, token_hash, name, locale, kinds, markets, unit_id, created_at)
    VALUES (${id}, ${staffId}, ${tokenHash}, ${name}, ${locale}, ${kinds}, ${markets}, ${unitId}, ${ctx.now})`)
}

/** One's own; answers its name. */
export async function revokeFeed(ctx: Context, id: string, staffId: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ name: string }>`
    UPDATE work.calendar_feed SET revoked_at = ${ctx.now}
    WHERE id = ${id} AND staff_id = ${staffId} AND revoked_at IS NULL RETURNING name`)
  return row?.name
}
