import { formatDate, formatDateTime } from '../../../host/i18n/format.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import type { MessageValues, Translate } from '../../../host/i18n/translate.ts'
import type { EntryTime } from '../../../host/plans/calendar-source.ts'
import type { PlanWish } from '../domain/plan.ts'
import type { CollisionRecord } from '../queries/read-plan-collisions.ts'
import type { FoundByRule } from '../use-cases/check-plan.ts'
import { timeOf, type CalendarEntry } from '../use-cases/read-calendar.ts'
import type { PlanPage } from '../use-cases/read-plan.ts'
import type { CollisionView, PlanBody, PlanView } from './plan-schemas.ts'

/** How collisions are told: in a language, by the clocks of the plan. */
export interface Telling {
  readonly translate: Translate
  readonly locale: Locale
  readonly zone: string
}

export function wishOf(body: Omit<PlanBody, 'overrideReason'>): PlanWish {
  const {
    kind,
    title,
    note = '',
    markets = [],
    locations = [],
    products = [],
    categories = [],
    path = null,
    unitId = null,
  } = body
  return { kind, title, note, markets, locations, products, categories, path, unitId, time: timeWished(body.time) }
}

export function timeWished(time: PlanBody['time']): PlanWish['time'] {
  if (time.allDay) return time
  return { ...time, startsAt: new Date(time.startsAt), endsAt: new Date(time.endsAt) }
}

export function presentTime(time: EntryTime) {
  if (time.allDay) return time
  return { allDay: false as const, startsAt: time.startsAt.toISOString(), endsAt: time.endsAt.toISOString() }
}

export function presentEntry({ time, markets, locations, ...entry }: CalendarEntry) {
  return { ...entry, markets: [...markets], locations: [...locations], time: presentTime(time) }
}

/** Departments' words under `<department>.interference.<rule>`. */
// i18n-dynamic: work.interference.*
// i18n-dynamic: inventory.interference.*
// i18n-dynamic: orders.interference.*
// i18n-dynamic: pricing.interference.*
function wordsOf(rule: string, params: Readonly<Record<string, string | number>>, telling: Telling) {
  const [department = '', name = ''] = rule.split('.')
  const values = valuesOf(params, telling)
  const key = `${department}.interference.${name}`
  return { sentence: telling.translate(`${key}.sentence`, values), remedy: telling.translate(`${key}.remedy`, values) }
}

/**
 * Instants (`...At`), days (`...On`), message keys (`...Key`) and countries (`...Code`) become words of the language; the last two
 * without their endings. Numbers stay, for plurals.
 */
function valuesOf(
  params: Readonly<Record<string, string | number>>,
  { locale, zone, translate }: Telling,
): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string' || value === '') return [name, value]
      if (name.endsWith('At')) return [name, formatDateTime(new Date(value), locale, zone)]
      if (name.endsWith('Key')) return [name.slice(0, -3), translate(value)]
      if (name.endsWith('Code')) return [name.slice(0, -4), regionName(value, locale)]
      if (name.endsWith('On')) return [name, formatDate(new Date(`${value}T00:00:00Z`), locale, 'UTC')]
      return [name, value]
    }),
  )
}

function regionName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

export function presentFound(found: FoundByRule, names: ReadonlyMap<string, string>, telling: Telling): CollisionView {
  const { rule, severity, other, params, path } = found
  return {
    id: null,
    rule: `${rule.department}.${rule.name}`,
    severity,
    ...wordsOf(`${rule.department}.${rule.name}`, params, telling),
    other: other ? { id: other.id, title: other.title, path: `/plans/${other.id}` } : null,
    owner: other ? { id: other.ownerId, name: names.get(other.ownerId) ?? null } : null,
    path: path ?? null,
    foundAt: null,
    answers: [],
    mayAnswer: false,
  }
}

interface Looking {
  readonly translate: Translate
  readonly locale: Locale
  readonly staffId: string | undefined
}

export function presentPlan(
  { plan, collisions, others, names, units }: PlanPage,
  { translate, locale, staffId }: Looking,
): PlanView {
  const { id, kind, title, note, zone, path, unitId, version } = plan
  const person = (one: string) => ({ id: one, name: names.get(one) ?? null })
  const telling = { translate, locale, zone }
  const present = (one: CollisionRecord): CollisionView => {
    const otherId = one.plan_id === id ? one.other_id : one.plan_id
    const other = others.get(otherId ?? '')
    return {
      id: one.id,
      rule: one.rule,
      severity: one.severity,
      ...wordsOf(one.rule, one.params, telling),
      other: other ? { id: other.id, title: other.title, path: `/plans/${other.id}` } : null,
      owner: other ? person(other.ownerId) : null,
      path: one.path,
      foundAt: one.found_at.toISOString(),
      answers: one.answers.map((answer) => ({
        by: person(answer.staffId),
        word: answer.word,
        at: new Date(answer.at).toISOString(),
      })),
      mayAnswer: staffId !== undefined && [one.owner_id, one.other_owner_id].includes(staffId),
    }
  }
  return {
    ...{ id, kind, title, note, zone, path, unitId, version },
    markets: [...plan.markets],
    locations: [...plan.locations],
    products: [...plan.products],
    categories: [...plan.categories],
    time: presentTime(timeOf(plan)),
    owner: person(plan.ownerId),
    unit: unitId === null ? null : { id: unitId, name: units.get(unitId) ?? null },
    createdAt: plan.createdAt.toISOString(),
    updatedAt: plan.updatedAt.toISOString(),
    withdrawal: plan.withdrawal && { reason: plan.withdrawal.reason, at: plan.withdrawal.at.toISOString() },
    collisions: collisions.map(present),
  }
}
