import { hashToken, newToken } from '../../../host/auth/tokens.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context, House } from '../../../host/context.ts'
import { addDays, localDateIn } from '../../../kernel/time.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaffActorById } from '../../people/index.ts'
import { feedRefusals } from '../domain/calendar-feed-refusals.ts'
import { findFeed, listFeedsOf, type CalendarFeed } from '../queries/read-calendar-feeds.ts'
import { insertFeed, revokeFeed } from '../store/calendar-feeds.ts'
import { calendarKinds, readCalendar, type CalendarEntry } from './read-calendar.ts'

const MOST_FEEDS = 10

/** Makes an address that a calendar outside can read without signing in. Told once; whoever has it sees what its owner may see. */
export async function openFeed(
  ctx: Context,
  staff: Pick<StaffActor, 'id'>,
  wish: Omit<CalendarFeed, 'id'>,
): Promise<Result<{ id: string; token: string }>> {
  const feeds = await listFeedsOf(ctx.tx, staff.id)
  if (feeds.length >= MOST_FEEDS) return feedRefusals.too_many_feeds({ params: { limit: MOST_FEEDS } })
  const [id, token] = [ctx.newId<'feed'>(), newToken()]
  insertFeed(ctx, { ...wish, id, staffId: staff.id, tokenHash: hashToken(token) })
  ctx.audit({
    action: 'work:open_feed',
    objectType: 'calendar_feed',
    objectId: id,
    changes: [{ field: 'name', after: wish.name }],
  })
  return ok({ id, token })
}

export async function closeFeed(ctx: Context, staff: Pick<StaffActor, 'id'>, id: string): Promise<Result<void>> {
  const name = await revokeFeed(ctx, id, staff.id)
  if (name === undefined) return feedRefusals.feed_not_found()
  ctx.audit({
    action: 'work:close_feed',
    objectType: 'calendar_feed',
    objectId: id,
    changes: [{ field: 'name', before: name, after: null }],
  })
  return ok()
}

export interface FeedContent {
  readonly feed: CalendarFeed
  readonly entries: readonly CalendarEntry[]
  readonly kinds: ReadonlyMap<string, string>
}

const DAYS_BACK = 60
const DAYS_AHEAD = 330

/** What stands in the feed at this moment: what its owner may see now, and nothing once they may see nothing. */
export async function readFeed(house: House, token: string): Promise<Result<FeedContent>> {
  const { database, clock } = house
  const feed = await findFeed(database, hashToken(token))
  const actor = feed && (await findStaffActorById(database, feed.staffId))
  if (!feed || !actor?.permissions.has('work:read')) return feedRefusals.feed_not_found()
  const today = localDateIn(clock.now(), 'UTC')
  const { kinds, markets, unitId, locale } = feed
  const read = await readCalendar(
    house,
    { actor, locale },
    {
      fromOn: addDays(today, -DAYS_BACK),
      toOn: addDays(today, DAYS_AHEAD),
      ...(kinds ? { kinds } : {}),
      ...(markets ? { markets } : {}),
      ...(unitId ? { unitId } : {}),
    },
  )
  if (!read.ok) return read
  const labels = calendarKinds(house, actor, house.translations.for(locale))
  return ok({ feed, entries: read.value.entries, kinds: new Map(labels.map(({ kind, label }) => [kind, label])) })
}
