import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, isLocalDate, isZone, type LocalDate } from '../../../kernel/time.ts'
import { spanOfDays, type TimeSpan } from '../../../kernel/time-span.ts'
import { planRefusals } from './plan-refusals.ts'

export const PLAN_KINDS = [
  'promotion',
  'campaign',
  'launch',
  'price_list',
  'supplier_delivery',
  'transfer',
  'stocktake',
  'closing',
  'release',
  'holiday',
  'legal_date',
  'other',
] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

/** Of whole days by the zone's calendar, or between two instants. */
export type PlanTime =
  | { readonly allDay: true; readonly fromOn: string; readonly toOn: string; readonly zone?: string | undefined }
  | { readonly allDay: false; readonly startsAt: Date; readonly endsAt: Date; readonly zone?: string | undefined }

/** Goods that a plan is about, by their id and by what they were called when it was written. */
export interface PlanGoods {
  readonly id: string
  readonly title: string
}

export interface PlanWish {
  readonly kind: PlanKind
  readonly title: string
  readonly note: string
  readonly time: PlanTime
  readonly markets: readonly string[]
  readonly locations: readonly string[]
  readonly products: readonly PlanGoods[]
  readonly categories: readonly PlanGoods[]
  readonly path: string | null
  readonly unitId: string | null
}

/** When a plan is in force, as it is kept. */
export interface KeptTime extends TimeSpan {
  readonly fromOn: LocalDate | null
  readonly toOn: LocalDate | null
  readonly zone: string
}

export type PlanFields = Omit<PlanWish, 'time'> & KeptTime

/** What a plan is decided against. */
export interface PlanGround {
  /** Of the organisation, where the plan names none. */
  readonly zone: string
  readonly markets: readonly string[]
  readonly units: readonly string[]
  /** Markets and places to which the writer's own work is narrowed; undefined where it is not. */
  readonly scope: { readonly market?: readonly string[] | undefined; readonly location?: readonly string[] | undefined }
}

/** Half a season more than a year: nobody plans further in one piece, and what does is a typing error. */
export const LONGEST_DAYS = 400
const DAY_MS = 86_400_000

export function decidePlan(wish: PlanWish, ground: PlanGround): Result<PlanFields> {
  const { time, ...rest } = wish
  const title = wish.title.trim()
  if (title === '') return planRefusals.plan_title_missing({ field: 'title' })
  const kept = decideTime(time, ground.zone)
  if (!kept.ok) return kept
  const unknown = wish.markets.find((market) => !ground.markets.includes(market))
  if (unknown !== undefined) return planRefusals.plan_unknown_market({ field: 'markets', params: { market: unknown } })
  if (wish.unitId !== null && !ground.units.includes(wish.unitId))
    return planRefusals.plan_unknown_unit({ field: 'unitId' })
  if (!reaches(ground.scope.market, wish.markets)) return planRefusals.plan_out_of_scope({ field: 'markets' })
  if (!reaches(ground.scope.location, wish.locations)) return planRefusals.plan_out_of_scope({ field: 'locations' })
  return ok({ ...rest, title, note: wish.note.trim(), ...kept.value })
}

/** Whoever may touch some only may not plan for all, which is what none chosen means. */
export function reaches(scope: readonly string[] | undefined, chosen: readonly string[]): boolean {
  return scope === undefined || (chosen.length > 0 && chosen.every((one) => scope.includes(one)))
}

export function decideTime(time: PlanTime, organisationZone: string): Result<KeptTime> {
  const zone = time.zone ?? organisationZone
  if (!isZone(zone)) return planRefusals.plan_unknown_zone({ field: 'time.zone' })
  if (!time.allDay) {
    const { startsAt, endsAt } = time
    return checked({ startsAt, endsAt, fromOn: null, toOn: null, zone })
  }
  const { fromOn, toOn } = time
  if (!isLocalDate(fromOn) || !isLocalDate(toOn) || toOn < fromOn) {
    return planRefusals.plan_ends_before({ field: 'time.toOn' })
  }
  if (toOn > addDays(fromOn, LONGEST_DAYS)) return tooLong()
  return checked({ ...spanOfDays(fromOn, toOn, zone), fromOn, toOn, zone })
}

function checked(time: KeptTime): Result<KeptTime> {
  const { startsAt, endsAt } = time
  // A day that a zone left out has no instant (kernel/time.ts); nothing can be planned on it.
  if (startsAt >= endsAt) return planRefusals.plan_ends_before({ field: time.fromOn ? 'time.toOn' : 'time.endsAt' })
  return endsAt.getTime() - startsAt.getTime() > (LONGEST_DAYS + 1) * DAY_MS ? tooLong() : ok(time)
}

function tooLong() {
  return planRefusals.plan_too_long({ field: 'time', params: { days: LONGEST_DAYS } })
}
