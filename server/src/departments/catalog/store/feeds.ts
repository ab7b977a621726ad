import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Feed, FeedProblems } from '../queries/feeds.ts'

export type NewFeed = Pick<Feed, 'id' | 'name' | 'format' | 'channel' | 'market' | 'language'>

export function insertFeed(ctx: Context, feed: NewFeed, tokenHash: Buffer): void {
  const { id, name, format, channel, market, language } = feed
  ctx.tx.later(sql`
    INSERT INTO catalog.feed (id, name, format, channel, market, language, token_hash, created_at, wanted_at)
    VALUES (${id}, ${name}, ${format}, ${channel}, ${market}, ${language}, ${tokenHash}, ${ctx.now}, ${ctx.now})`)
}

/** Answers its name; undefined where there is none that stands. */
export async function revokeFeed(ctx: Context, id: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ name: string }>`
    UPDATE catalog.feed SET revoked_at = ${ctx.now} WHERE id = ${id}::uuid AND revoked_at IS NULL RETURNING name`)
  ctx.tx.later(sql`DELETE FROM catalog.feed_file WHERE feed_id = ${id}::uuid`)
  return row?.name
}

/** Answers its name; undefined where there is none that stands. */
export async function wantFeedAnew(ctx: Context, id: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ name: string }>`
    UPDATE catalog.feed SET wanted_at = ${ctx.now} WHERE id = ${id}::uuid AND revoked_at IS NULL RETURNING name`)
  return row?.name
}

export function writeFeedRead(ctx: Context, id: string): void {
  ctx.tx.later(sql`UPDATE catalog.feed SET read_at = ${ctx.now} WHERE id = ${id}::uuid`)
}

export interface FeedRun {
  /** When it began: what changed since is not surely in it. */
  readonly startedAt: Date
  readonly items: number
  readonly leftOut: number
  readonly problems: FeedProblems
  readonly tag: string
  readonly bytes: number
  /** Gzip. */
  readonly packed: Buffer
}

/** What came out as before keeps its tag and its time, so that nobody fetches it again. */
export function writeFeedRun(ctx: Context, id: string, run: FeedRun): void {
  const { startedAt, items, leftOut, problems, tag, bytes, packed } = run
  ctx.tx.later(sql`
    UPDATE catalog.feed SET built_at = ${startedAt}, items = ${items}, left_out = ${leftOut},
      problems = ${JSON.stringify(problems)}::jsonb, wanted_at = CASE WHEN wanted_at > ${startedAt} THEN wanted_at END
    WHERE id = ${id}::uuid`)
  ctx.tx.later(sql`
    INSERT INTO catalog.feed_file AS kept (feed_id, tag, changed_at, bytes, packed)
    -- One that was taken back meanwhile keeps none.
    SELECT id, ${tag}, ${startedAt}::timestamptz, ${bytes}::bigint, ${packed}::bytea FROM catalog.feed
    WHERE id = ${id}::uuid AND revoked_at IS NULL
    ON CONFLICT (feed_id) DO UPDATE SET tag = excluded.tag, changed_at = excluded.changed_at, bytes = excluded.bytes,
      packed = excluded.packed
    WHERE kept.tag <> excluded.tag`)
}
