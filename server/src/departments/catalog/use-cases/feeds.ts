import { hashToken, newToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { PackedFile } from '../../../host/files/packed-file.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isFeedDue } from '../domain/feed-due.ts'
import { refusals } from '../domain/refusals.ts'
import { feedMinutes } from '../queries/feed-minutes.ts'
import { findLastProductChange, listFeeds, type Feed } from '../queries/feeds.ts'
import { listPlaces } from '../queries/showings.ts'
import {
  insertFeed,
  revokeFeed,
  wantFeedAnew,
  writeFeedRead,
  writeFeedRun,
  type FeedRun,
  type NewFeed,
} from '../store/feeds.ts'

const MOST_FEEDS = 50
/** The job of flows/channel-feeds, which knows prices and stock. */
const BUILD_FEEDS = 'build-feeds'

type Reader = Pick<Database, 'row' | 'rows'>

/** Makes an address of its own for a channel outside; its secret is told once. */
export async function openFeed(
  ctx: Context,
  wish: Omit<NewFeed, 'id'>,
): Promise<Result<{ readonly id: string; readonly secret: string }>> {
  const [feeds, places] = await Promise.all([listFeeds(ctx.tx), listPlaces(ctx.tx)])
  if (feeds.length >= MOST_FEEDS) return refusals.too_many_feeds({ params: { limit: MOST_FEEDS } })
  const known = places.markets.some(({ code }) => code === wish.market) && places.channels.includes(wish.channel)
  if (!known) return refusals.unknown_place({ field: 'market' })
  const [id, secret] = [ctx.newId<'feed'>(), newToken()]
  insertFeed(ctx, { ...wish, id, name: wish.name.trim() }, hashToken(secret))
  ctx.enqueue({ kind: BUILD_FEEDS, ref: id })
  const changes = Object.entries(wish).map(([field, after]) => ({ field, before: null, after }))
  ctx.audit({ action: 'catalog:open_feed', objectType: 'feed', objectId: id, changes })
  return ok({ id, secret })
}

/** It leads nowhere from now on. */
export async function closeFeed(ctx: Context, id: string): Promise<Result<void>> {
  const name = await revokeFeed(ctx, id)
  if (name === undefined) return refusals.feed_not_found()
  const changes = [{ field: 'name', before: name, after: null }]
  ctx.audit({ action: 'catalog:close_feed', objectType: 'feed', objectId: id, changes })
  return ok()
}

/** Its file is written anew as soon as somebody is free for it. */
export async function buildFeedAnew(ctx: Context, id: string): Promise<Result<void>> {
  if ((await wantFeedAnew(ctx, id)) === undefined) return refusals.feed_not_found()
  ctx.enqueue({ kind: BUILD_FEEDS, ref: id })
  return ok()
}

/** To be written piece by piece, and kept with keepFeedFile. */
export const openFeedFile = (): PackedFile => new PackedFile()

/** The file, and what was found on the way through; nobody did it, so nothing is in the trail. */
export async function keepFeedFile(ctx: Context, id: string, run: FeedRun): Promise<Result<void>> {
  writeFeedRun(ctx, id, run)
  return ok()
}

/** Somebody outside has fetched it. */
export async function noteFeedRead(ctx: Context, id: string): Promise<Result<void>> {
  writeFeedRead(ctx, id)
  return ok()
}

/** Those whose file is to be written anew now; of one alone if that is asked. */
export async function listFeedsDue(reader: Reader, now: Date, only: string | undefined): Promise<Feed[]> {
  const [feeds, lastChange, everyMinutes] = await Promise.all([
    listFeeds(reader),
    findLastProductChange(reader),
    readSetting(reader, feedMinutes),
  ])
  const moment = { now, lastChange, everyMinutes }
  return feeds.filter((feed) => (only === undefined || feed.id === only) && isFeedDue(feed, moment))
}
