import { Type } from 'typebox'
import { staffBehind } from '../../../host/actor.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { listFeedsOf } from '../queries/read-calendar-feeds.ts'
import { closeFeed, openFeed, readFeed } from '../use-cases/calendar-feeds.ts'
import { writeFeed } from './calendar-feed.ts'

const own = { permission: 'work:read', own: 'self', withinScope: 'narrowed' } as const
const words = Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 50 })
const content = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  kinds: nullable(words),
  markets: nullable(words),
  unitId: nullable(idSchema),
}

export const calendarFeedRoutes: readonly Route[] = [
  query({
    ...own,
    method: 'GET',
    path: '/calendar-feeds',
    operationId: 'listCalendarFeeds',
    summary: 'One’s own addresses for calendars outside',
    response: Type.Object({ items: Type.Array(Type.Object({ id: idSchema, ...content, createdAt: instantSchema })) }),
    answer: async ({ house, actor }) => {
      const staffId = staffBehind(actor)
      if (staffId === undefined) return hostRefusals.not_allowed()
      const feeds = await listFeedsOf(house.database, staffId)
      const items = feeds.map(({ id, name, kinds, markets, unitId, createdAt }) => ({
        ...{ id, name, unitId },
        kinds: kinds && [...kinds],
        markets: markets && [...markets],
        createdAt: createdAt.toISOString(),
      }))
      return ok({ items })
    },
  }),
  command({
    ...own,
    method: 'POST',
    path: '/calendar-feeds',
    operationId: 'openCalendarFeed',
    summary: 'An address that a calendar outside can read without signing in; told once',
    body: Type.Object(
      { ...Type.Partial(Type.Object(content)).properties, name: content.name },
      { additionalProperties: false },
    ),
    response: Type.Object({ id: idSchema, url: Type.String() }),
    status: 201,
    command: async (ctx, { body }, { actor, house, locale }) => {
      const id = staffBehind(actor)
      if (id === undefined) return hostRefusals.not_allowed()
      const { name, kinds = null, markets = null, unitId = null } = body
      const opened = await openFeed(ctx, { id }, { name: name.trim(), kinds, markets, unitId, locale })
      if (!opened.ok) return opened
      return ok({ id: opened.value.id, url: `${house.publicUrl}/api/calendar-feed/${opened.value.token}/calendar.ics` })
    },
  }),
  command({
    ...own,
    method: 'DELETE',
    path: '/calendar-feeds/:id',
    operationId: 'closeCalendarFeed',
    summary: 'Take such an address back: it leads nowhere from now on',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: async (ctx, { params }, { actor }) => {
      const id = staffBehind(actor)
      return id === undefined ? hostRefusals.not_allowed() : closeFeed(ctx, { id }, params.id)
    },
  }),
  query({
    method: 'GET',
    path: '/calendar-feed/:secret/calendar.ics',
    operationId: 'readCalendarFeed',
    summary: 'The calendar as its owner may see it now (iCalendar, RFC 5545)',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    params: Type.Object({ secret: Type.String({ minLength: 43, maxLength: 43 }) }),
    response: fileAnswerSchema,
    sendsFile: true,
    answer: async ({ house }, { params }) => {
      const read = await readFeed(house, params.secret)
      if (!read.ok) return read
      const body = Buffer.from(writeFeed(read.value, house))
      return ok({ name: 'calendar.ics', mediaType: 'text/calendar; charset=utf-8', bytes: body.length, body })
    },
  }),
]
