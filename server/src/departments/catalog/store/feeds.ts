import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Feed, FeedProblems } from '../queries/feeds.ts'

export type NewFeed = Pick<Feed, 'id' | 'name' | 'format' | 'channel' | 'market' | 'language'>

export function insertFeed(ctx: Context, feed: NewFeed, tokenHash: Buffer): void {
  const { id, name, format, channel, market, language } = feed
  ctx.tx.later(sql`
    INSERT INTO catalog.feed (id, name, format, channel, market, language, token_hash, created_at)
    VALUES (${id}, ${name}, ${format}, ${channel}, ${market}, ${language}, ${tokenHash}, ${ctx.now})`)
}

/** Answers its name; undefined where there is none that stands. */
export async function revokeFeed(ctx: Context, id: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ name: string }>`
    UPDATE catalog.feed SET revoked_at = ${ctx.now} WHERE id = ${id}::uuid AND revoked_at IS NULL RETURNING name`)
  return row?.name
}

export interface FeedRun {
  readonly items: number
  readonly leftOut: number
  readonly problems: FeedProblems
}

export function writeFeedRun(ctx: Context, id: string, { items, leftOut, problems }: FeedRun): void {
  ctx.tx.later(sql`
    UPDATE catalog.feed SET read_at = ${ctx.now}, items = ${items}, left_out = ${leftOut},
      problems = ${JSON.stringify(problems)}::jsonb
    WHERE id = ${id}::uuid`)
}
