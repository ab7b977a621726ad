import { permissionsOf, scopeOf, staffBehind, type Actor } from '../../../host/actor.ts'
import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import type {
  CalendarQuestion,
  EntryTime,
  NamedCalendarSource,
  SourceEntry,
} from '../../../host/plans/calendar-source.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { choicesMeet, spanOfDays, type TimeSpan } from '../../../kernel/time-span.ts'
import { daysBetween, isLocalDate, isZone, type LocalDate } from '../../../kernel/time.ts'
import { holidaysIn, type Holiday } from '../domain/calendar-holidays.ts'
import { legalDatesIn } from '../domain/calendar-legal-dates.ts'
import { PLAN_KINDS } from '../domain/plan.ts'
import { planRefusals } from '../domain/plan-refusals.ts'
import { readPlanPlaces, type PlanPlaces } from '../queries/plan-ground.ts'
import { countCollisions } from '../queries/read-plan-collisions.ts'
import { listBlackoutsMeeting } from '../queries/read-blackouts.ts'
import { listPlansMeeting, type SavedPlan } from '../queries/read-plans.ts'
import { isWithin } from './save-plan.ts'

/** One thing on the calendar of the house, whoever tells of it. */
export interface CalendarEntry {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly time: EntryTime
  readonly note: string
  readonly path: string | null
  readonly markets: readonly string[]
  readonly locations: readonly string[]
  /** Of a plan that people keep: what it takes to move it. */
  readonly plan: {
    readonly id: string
    readonly version: number
    readonly unitId: string | null
    readonly collisions: number
    /** Kept with a record, and moved there alone. */
    readonly ofRecord: boolean
    readonly stop: boolean
  } | null
}

export interface CalendarAsked {
  readonly fromOn: string
  readonly toOn: string
  /** By whose clocks the days begin; the organisation's unless told. */
  readonly zone?: string | undefined
  readonly kinds?: readonly string[] | undefined
  readonly markets?: readonly string[] | undefined
  readonly unitId?: string | undefined
}

export interface Looker {
  readonly actor: Actor
  readonly locale: Locale
}

/** Those that the house itself tells of. */
export const PUBLIC_HOLIDAY = 'public_holiday'
export const LAW = 'law'
export const BLACKOUT = 'blackout'

const WIDEST_DAYS = 400
const MOST_ENTRIES = 1_000
const DAY_MS = 86_400_000

/**
 * What is on between two days, as this person may see it now: plans, holidays and dates of law, and what departments tell for those
 * who have the right. Plans of whole days stand on their own dates wherever one looks from, so instants are asked a day wider.
 */
export async function readCalendar(
  house: Pick<House, 'database' | 'ports' | 'translations'>,
  { actor, locale }: Looker,
  asked: CalendarAsked,
): Promise<Result<{ entries: CalendarEntry[]; more: boolean }>> {
  const { fromOn, toOn } = asked
  if (!isLocalDate(fromOn) || !isLocalDate(toOn) || toOn < fromOn) return planRefusals.plan_ends_before({ field: 'to' })
  if (daysBetween(fromOn, toOn) > WIDEST_DAYS)
    return planRefusals.calendar_too_wide({ field: 'to', params: { days: WIDEST_DAYS } })
  if (asked.zone !== undefined && !isZone(asked.zone)) return planRefusals.plan_unknown_zone({ field: 'zone' })
  const translate = house.translations.for(locale)
  const places = await readPlanPlaces(house.database)
  const span = spanOfDays(fromOn, toOn, asked.zone ?? places.zone)
  const days = { fromOn, toOn }
  const wants = (kind: string) => asked.kinds === undefined || asked.kinds.includes(kind)
  const [plans, windows, told] = await Promise.all([
    readPlans(house, asked, {
      startsAt: new Date(span.startsAt.getTime() - DAY_MS),
      endsAt: new Date(span.endsAt.getTime() + DAY_MS),
    }),
    asked.unitId === undefined && wants(BLACKOUT) ? readWindows(house, span) : [],
    readSources(
      house,
      { ...span, ...days, limit: MOST_ENTRIES, locale, translate, staffId: staffBehind(actor) ?? '' },
      {
        narrowed: scopeOf(actor) !== undefined,
        isWanted: (source) => wants(kindOf(source)) && permissionsOf(actor).has(source.permission),
      },
    ),
  ])
  const own = asked.unitId === undefined
  const entries = [
    ...plans,
    ...windows,
    ...(own ? told : []),
    ...(own && wants(PUBLIC_HOLIDAY) ? holidayEntries(places, days, { locale, translate }) : []),
    ...(own && wants(LAW) ? legalEntries(places, days, translate) : []),
  ]
  const seen = entries
    .filter(({ time }) =>
      time.allDay
        ? time.fromOn <= toOn && time.toOn >= fromOn
        : time.startsAt < span.endsAt && time.endsAt > span.startsAt,
    )
    .filter((entry) => isWithin({ actor }, entry) && choicesMeet(asked.markets ?? [], entry.markets))
    .sort(byTime)
  return ok({ entries: seen.slice(0, MOST_ENTRIES), more: seen.length > MOST_ENTRIES })
}

/** Kinds on this person's calendar, in the order of the filter, by their names. */
export function calendarKinds(
  { ports }: Pick<House, 'ports'>,
  actor: Actor,
  translate: Translate,
): { kind: string; label: string }[] {
  const sources = (ports?.plans?.sources ?? []).filter(({ permission }) => permissionsOf(actor).has(permission))
  return [
    ...[...PLAN_KINDS, BLACKOUT, PUBLIC_HOLIDAY, LAW].map((kind) => ({
      kind,
      label: translate(`work.calendar_kinds.${kind}`),
    })),
    ...sources.map((source) => ({
      kind: kindOf(source),
      label: translate(`${source.department}.calendar.${source.kind}`),
    })),
  ]
}

// i18n-dynamic: people.calendar.*, tax.calendar.*, work.calendar.*
// i18n-dynamic: work.calendar_kinds.*
// i18n-dynamic: work.holidays.*
// i18n-dynamic: work.legal_dates.*

const kindOf = ({ department, kind }: NamedCalendarSource) => `${department}.${kind}`

type Asking = Pick<House, 'database' | 'ports'>

async function readPlans(
  { database }: Asking,
  asked: CalendarAsked,
  span: { startsAt: Date; endsAt: Date },
): Promise<CalendarEntry[]> {
  const kinds = asked.kinds?.filter((kind) => (PLAN_KINDS as readonly string[]).includes(kind))
  if (kinds?.length === 0) return []
  const plans = await listPlansMeeting(database, { ...span, kinds, unitId: asked.unitId, limit: MOST_ENTRIES + 1 })
  const collisions = await countCollisions(
    database,
    plans.map(({ id }) => id),
  )
  return plans.map((plan) => {
    const { id, kind, title, note, markets, locations, unitId, version } = plan
    const { count = 0, stop = false } = collisions.get(id) ?? {}
    const own = { id, version, unitId, collisions: count, stop, ofRecord: plan.record !== null }
    return {
      id: `plan-${id}`,
      kind,
      title,
      note,
      markets,
      locations,
      time: timeOf(plan),
      path: `/plans/${id}`,
      plan: own,
    }
  })
}

export function timeOf({ fromOn, toOn, startsAt, endsAt }: SavedPlan): EntryTime {
  return fromOn !== null && toOn !== null ? { allDay: true, fromOn, toOn } : { allDay: false, startsAt, endsAt }
}

async function readSources(
  { database, ports }: Asking,
  question: CalendarQuestion,
  { narrowed, isWanted }: { narrowed: boolean; isWanted: (source: NamedCalendarSource) => boolean },
): Promise<CalendarEntry[]> {
  const sources = (ports?.plans?.sources ?? []).filter(isWanted)
  const told = await Promise.all(
    sources.map(async (source) => {
      const entries = await source.entries(database, question)
      const seen = narrowed && !source.own ? entries.filter(isSomewhere) : entries
      return seen.map((entry) => entryOf(source, entry))
    }),
  )
  return told.flat()
}

const isSomewhere = ({ markets = [], locations = [] }: SourceEntry) => markets.length + locations.length > 0

function entryOf(
  source: NamedCalendarSource,
  { id, title, when, path, markets = [], locations = [], note = '' }: SourceEntry,
): CalendarEntry {
  const kind = kindOf(source)
  return {
    id: `${kind.replace('.', '-')}-${id}`,
    kind,
    title,
    note,
    path: path ?? null,
    markets,
    locations,
    time: when,
    plan: null,
  }
}

interface Days {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
}

async function readWindows({ database }: Asking, span: TimeSpan): Promise<CalendarEntry[]> {
  const windows = await listBlackoutsMeeting(database, span)
  return windows.map(({ id, reason, startsAt, endsAt, markets, locations }) => ({
    id: `blackout-${id}`,
    kind: BLACKOUT,
    title: reason,
    note: '',
    path: '/calendar/blackouts',
    markets,
    locations,
    time: { allDay: false, startsAt, endsAt },
    plan: null,
  }))
}

/** Of every country that is sold to or sat in; the same feast of several countries is one entry. */
function holidayEntries(
  { markets, seats }: PlanPlaces,
  { fromOn, toOn }: Days,
  { locale, translate }: { locale: Locale; translate: Translate },
): CalendarEntry[] {
  const countries = [...new Set([...seats, ...markets.flatMap((market) => market.countries)])]
  const all = countries.flatMap((country) => holidaysIn(country, fromOn, toOn))
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
  const titleOf = ({ key, local }: Holiday) => (key ? translate(`work.holidays.${key}`) : (local ?? ''))
  return [...Map.groupBy(all, (day) => `${day.on} ${day.key ?? day.local}`).values()].flatMap((days) => {
    const [first] = days
    if (!first) return []
    const where = days.map(({ country }) => country)
    const reached = markets.filter((market) => market.countries.some((country) => where.includes(country)))
    return {
      id: `holiday-${first.on}-${first.key ?? where.join('-')}`,
      kind: PUBLIC_HOLIDAY,
      title: titleOf(first),
      note: list.format(where.map((country) => names.of(country) ?? country)),
      path: null,
      markets: reached.map(({ code }) => code),
      locations: [],
      time: { allDay: true, fromOn: first.on, toOn: first.on } as const,
      plan: null,
    }
  })
}

function legalEntries({ markets, seats }: PlanPlaces, { fromOn, toOn }: Days, translate: Translate): CalendarEntry[] {
  const ground = { seats, sellsTo: markets.flatMap(({ countries }) => countries) }
  return legalDatesIn(ground, fromOn, toOn).map(({ on, key, periodFromOn, source }) => ({
    id: `law-${key}-${periodFromOn}`,
    kind: LAW,
    title: translate(`work.legal_dates.${key}`, { period: new Date(`${periodFromOn}T00:00:00Z`) }),
    note: source,
    path: null,
    markets: [],
    locations: [],
    time: { allDay: true, fromOn: on, toOn: on },
    plan: null,
  }))
}

function byTime(a: CalendarEntry, b: CalendarEntry): number {
  const [first, second] = [startText(a.time), startText(b.time)]
  if (first === second) return a.id < b.id ? -1 : 1
  return first < second ? -1 : 1
}

/** Whole days before what begins on them. */
const startText = (time: EntryTime) => (time.allDay ? time.fromOn : time.startsAt.toISOString())
