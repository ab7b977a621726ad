import { hashToken, newToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { listFeeds } from '../queries/feeds.ts'
import { listPlaces } from '../queries/showings.ts'
import { insertFeed, revokeFeed, writeFeedRun, type FeedRun, type NewFeed } from '../store/feeds.ts'

const MOST_FEEDS = 50

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

/** What was found on the way through; nobody did it, so nothing is in the trail. */
export async function noteFeedRun(ctx: Context, id: string, run: FeedRun): Promise<Result<void>> {
  writeFeedRun(ctx, id, run)
  return ok()
}
