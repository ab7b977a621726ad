import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { dateSchema, idParams, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { isRecurrenceOf } from '../queries/read-recurrences.ts'
import { recurrencesList, type RecurrenceListView } from '../queries/recurrences-list.ts'
import {
  changeRecurrence,
  makeRecurrence,
  pauseRecurrence,
  resumeRecurrence,
  type RecurrenceWish,
} from '../use-cases/save-recurrence.ts'
import { viewRecurrence, withNextDay } from '../use-cases/view-recurrences.ts'
import { assigneeChoices, theirsOf } from '../use-cases/whose.ts'
import {
  assigneeSchema,
  checkTextSchema,
  namedSchema,
  noteSchema,
  prioritySchema,
  reasonSchema,
  timeSchema,
  titleSchema,
} from './schemas.ts'

const ruleSchema = Type.Union([
  Type.Object({ every: Type.Literal('day') }),
  Type.Object({
    every: Type.Literal('week'),
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }), { maxItems: 7 }),
  }),
  Type.Object({
    every: Type.Literal('month'),
    day: Type.Integer({ minimum: 1, maximum: 31, description: 'A day that the month has not is its last one.' }),
  }),
  Type.Object({ every: Type.Literal('last_working_day') }),
])

const body = Type.Object({
  title: titleSchema,
  note: Type.Optional(noteSchema),
  assignee: assigneeSchema,
  priority: Type.Optional(prioritySchema),
  checklist: Type.Optional(Type.Array(checkTextSchema, { maxItems: 50 })),
  rule: ruleSchema,
  dueTime: timeSchema,
  startsOn: dateSchema,
  endsOn: Type.Optional(nullable(dateSchema)),
})

const recurrenceSchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  note: Type.String(),
  assignee: namedSchema,
  assigneeName: Type.String(),
  priority: prioritySchema,
  checklist: Type.Array(Type.String()),
  rule: ruleSchema,
  dueTime: Type.String({ description: 'By the clock of the shop.' }),
  startsOn: dateSchema,
  endsOn: nullable(dateSchema),
  nextOn: nullable(dateSchema),
  state: Type.Enum(['running', 'paused']),
  pause: nullable(
    Type.Object({
      reason: Type.String(),
      at: instantSchema,
      by: nullable(Type.String({ description: 'Null where the house halted it: nobody is there whom it asks.' })),
    }),
  ),
  version: Type.Integer(),
})

type Shown = Static<typeof recurrenceSchema>
const keptSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const writes = { permission: 'work:write', own: 'any', withinScope: 'narrowed', etag: 'version' } as const

export const recurrenceRoutes: readonly Route[] = [
  ...listRoutes(recurrencesList, {
    path: '/recurrences',
    permission: 'work:read',
    summary: 'To-dos that come again, by their titles; found by words of them',
    item: recurrenceSchema,
    choices: { askedOf: assigneeChoices },
    tell: ({ house }, items) => withNextDay(house.database, items as RecurrenceListView[], house.clock.now()),
    theirs: async ({ house, actor }) => isRecurrenceOf(await theirsOf(house.database, actor)),
  }),
  query({
    permission: 'work:read',
    own: 'any',
    withinScope: 'narrowed',
    method: 'GET',
    path: '/recurrences/:id',
    operationId: 'getRecurrence',
    summary: 'A to-do that comes again, as it is now',
    params: idParams,
    response: recurrenceSchema,
    etag: 'version',
    answer: async ({ house, actor, locale }, { params: { id } }) => {
      const found = await viewRecurrence(house.database, id, { locale, actor, now: house.clock.now() })
      return found.ok ? ok({ ...found.value, checklist: [...found.value.checklist] } as Shown) : found
    },
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/recurrences',
    operationId: 'makeRecurrence',
    summary: 'Have a to-do made again and again',
    body,
    response: keptSchema,
    status: 201,
    idempotent: true,
    command: (ctx, call) => makeRecurrence(ctx, wishOf(call.body)),
  }),
  command({
    ...writes,
    method: 'PUT',
    path: '/recurrences/:id',
    operationId: 'changeRecurrence',
    summary: 'Change what comes again (If-Match: version); what was made stays as it is',
    params: idParams,
    body,
    response: keptSchema,
    command: (ctx, { params, body: wish }, { ifMatch }) =>
      changeRecurrence(ctx, { id: params.id, version: ifMatch }, wishOf(wish)),
  }),
  command({
    ...writes,
    method: 'POST',
    path: '/recurrences/:id/pause',
    operationId: 'pauseRecurrence',
    summary: 'Make none for the time being, with the reason (If-Match: version)',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }),
    response: keptSchema,
    command: (ctx, { params, body: { reason } }, { ifMatch }) =>
      pauseRecurrence(ctx, { id: params.id, version: ifMatch, reason }),
  }),
  command({
    ...writes,
    method: 'DELETE',
    path: '/recurrences/:id/pause',
    operationId: 'resumeRecurrence',
    summary: 'Make them again (If-Match: version); what fell into the pause is not made up for',
    params: idParams,
    response: keptSchema,
    command: (ctx, { params }, { ifMatch }) => resumeRecurrence(ctx, { id: params.id, version: ifMatch }),
  }),
]

function wishOf({ startsOn, endsOn, ...wish }: Static<typeof body>): RecurrenceWish {
  return { ...wish, startsOn: localDate(startsOn), endsOn: endsOn ? localDate(endsOn) : null } as RecurrenceWish
}
