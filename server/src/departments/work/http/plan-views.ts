import type { Locale } from '../../../host/i18n/locales.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import type { EntryTime } from '../../../host/plans/calendar-source.ts'
import { presentCollision } from '../../../host/plans/present-collision.ts'
import type { PlanWish } from '../domain/plan.ts'
import { timeOf, type CalendarEntry } from '../use-cases/read-calendar.ts'
import type { PlanPage } from '../use-cases/read-plan.ts'
import type { PlanBody, PlanView } from './plan-schemas.ts'

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
  const looking = { planId: id, others, names, staffId, translate, locale, zone }
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
    record: plan.record && { ...plan.record },
    collisions: collisions.map((one) => presentCollision(one, looking)),
  }
}
