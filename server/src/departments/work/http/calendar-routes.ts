import { Type } from 'typebox'
import { query, type Route } from '../../../host/http/route.ts'
import { dateSchema, idSchema, nullable } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { readCalendar } from '../use-cases/read-calendar.ts'
import { readCalendarChoices } from '../use-cases/read-plan.ts'
import { entrySchema } from './plan-schemas.ts'
import { presentEntry } from './plan-views.ts'

const reading = { permission: 'work:read', own: 'any', withinScope: 'narrowed' } as const
const listed = (what: string) =>
  Type.Optional(Type.String({ maxLength: 600, pattern: '^[a-z0-9_.,-]+$', description: `${what}, parted by commas.` }))

export const calendarRoutes: readonly Route[] = [
  query({
    ...reading,
    method: 'GET',
    path: '/calendar',
    operationId: 'readCalendar',
    summary: 'What is on between two days, both included: plans, holidays, dates of law, and what departments tell',
    query: Type.Object({
      from: dateSchema,
      to: dateSchema,
      zone: Type.Optional(Type.String({ maxLength: 60, description: 'By whose clocks days begin (IANA).' })),
      kinds: listed('Kinds'),
      markets: listed('Markets'),
      unit: Type.Optional(idSchema),
    }),
    response: Type.Object({
      entries: Type.Array(entrySchema),
      more: Type.Boolean({ description: 'There is more than a calendar can show; narrow the days or the filter.' }),
    }),
    answer: async ({ house, actor, locale }, { query: { from, to, zone, kinds, markets, unit } }) => {
      const asked = {
        fromOn: from,
        toOn: to,
        zone,
        kinds: kinds?.split(','),
        markets: markets?.split(','),
        unitId: unit,
      }
      const read = await readCalendar(house, { actor, locale }, asked)
      return read.ok ? ok({ entries: read.value.entries.map(presentEntry), more: read.value.more }) : read
    },
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/calendar/choices',
    operationId: 'readCalendarChoices',
    summary: 'Kinds, markets and units that the calendar can be narrowed to',
    response: Type.Object({
      zone: Type.String({ description: 'Of the organisation.' }),
      kinds: Type.Array(Type.Object({ kind: Type.String(), label: Type.String() })),
      markets: Type.Array(Type.String()),
      units: Type.Array(Type.Object({ id: idSchema, name: Type.String() })),
      mayPlan: Type.Boolean(),
      staffId: nullable(idSchema),
    }),
    answer: async ({ house, actor, locale }) => ok(await readCalendarChoices(house, actor, locale)),
  }),
]
