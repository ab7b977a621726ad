import type { Context } from '../context.ts'
import { sql } from '../database/sql.ts'

/** Ends the links of a purpose that somebody was given and has not used: the newest link, or the deed itself, replaces them. */
export function voidSingleUseTokens(ctx: Context, purpose: string, subjectId: string): void {
  ctx.tx.later(sql`
    UPDATE host.single_use_token SET spent_at = ${ctx.now}
    WHERE purpose = ${purpose} AND subject_id = ${subjectId} AND spent_at IS NULL`)
}
