import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Digests } from '../queries/read-digests.ts'

/** False where that day's was sent already: of two who try at once one waits here and finds it. */
export async function insertDigest(ctx: Context, staffId: string, day: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    INSERT INTO work.digest (staff_id, on_day, at) VALUES (${staffId}, ${day}::date, ${ctx.now})
    ON CONFLICT (staff_id, on_day) DO NOTHING RETURNING staff_id`)
  return row !== undefined
}

export function setDigestChoice(ctx: Context, staffId: string, digest: Digests): void {
  ctx.tx.later(sql`
    INSERT INTO work.notice_choice (staff_id, mentions, digest) VALUES (${staffId}, 'at_once', ${digest})
    ON CONFLICT (staff_id) DO UPDATE SET digest = excluded.digest`)
}
