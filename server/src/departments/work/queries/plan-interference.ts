import type { Database } from '../../../host/database/pool.ts'
import type { FoundCollision, InterferenceRule, Looked } from '../../../host/plans/interference-rule.ts'
import type { Plan } from '../../../host/plans/plan.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { actsOfPlan } from '../domain/blackout.ts'
import { holidaysIn, type Holiday } from '../domain/calendar-holidays.ts'
import { choicesMeet } from '../../../kernel/time-span.ts'
import { PLAN_KINDS } from '../domain/plan.ts'
import { readPlanPlaces } from './plan-ground.ts'
import { listBlackoutsMeeting } from './read-blackouts.ts'

type Rows = Pick<Database, 'rows'>

/** What needs people on the day that it begins. */
const onHoliday: InterferenceRule = {
  name: 'on_holiday',
  looksAt: ['launch', 'stocktake', 'release', 'closing', 'transfer'],
  check: async (reader, { plan }) => {
    const first = localDateIn(plan.startsAt, plan.zone)
    return (await holidaysOf(reader, plan, first, first)).map((day) => collision(plan, day))
  },
}

/** On any of its days: nobody knows on which of them the lorry comes. */
const deliveryOnHoliday: InterferenceRule = {
  name: 'delivery_on_holiday',
  looksAt: ['supplier_delivery'],
  check: async (reader, { plan }: Looked) => {
    const first = localDateIn(plan.startsAt, plan.zone)
    const last = addDays(first, Math.min(MOST_DAYS, daysOf(plan) - 1))
    return (await holidaysOf(reader, plan, first, last)).map((day) => collision(plan, day))
  },
}

/** What nobody decides: a feast or a date of law falls where it falls. */
const DECIDED = PLAN_KINDS.filter((kind) => kind !== 'holiday' && kind !== 'legal_date')

/** Stops what the window would refuse when the time comes; of everything else it is only said. */
const insideBlackout: InterferenceRule = {
  name: 'inside_blackout',
  looksAt: DECIDED,
  check: async (reader, { plan }) => {
    const windows = await listBlackoutsMeeting(reader, plan)
    return windows
      .filter((window) => choicesMeet(window.markets, plan.markets) && choicesMeet(window.locations, plan.locations))
      .map(({ id, acts, reason, endsAt }): FoundCollision => ({
        severity: actsOfPlan(plan.kind).some((act) => acts.includes(act)) ? 'stop' : 'warn',
        about: id,
        path: '/calendar/blackouts',
        params: { plan: plan.title, reason, untilAt: endsAt.toISOString() },
      }))
  },
}

const MOST_DAYS = 31
const DAY_MS = 86_400_000
const daysOf = ({ startsAt, endsAt }: Plan) => Math.max(1, Math.ceil((endsAt.getTime() - startsAt.getTime()) / DAY_MS))

export const planInterference: readonly InterferenceRule[] = [insideBlackout, onHoliday, deliveryOnHoliday]

/** Of the plan's markets; of where the organisation sits when it is for all of them. */
async function holidaysOf(reader: Rows, { markets }: Plan, fromOn: LocalDate, toOn: LocalDate): Promise<Holiday[]> {
  const places = await readPlanPlaces(reader)
  const named = places.markets.filter(({ code }) => markets.includes(code)).flatMap(({ countries }) => countries)
  const countries = markets.length === 0 ? places.seats : [...new Set(named)]
  const days = countries.flatMap((country) => holidaysIn(country, fromOn, toOn))
  // The same feast of many countries is said once, of the first.
  return [...new Map(days.toReversed().map((day) => [`${day.on}${day.key ?? day.local}`, day])).values()].reverse()
}

function collision({ title }: Plan, { on, key, local, country }: Holiday): FoundCollision {
  return {
    severity: 'warn',
    about: `${country} ${on}`,
    params: {
      plan: title,
      dayOn: on,
      countryCode: country,
      ...(key ? { holidayKey: `work.holidays.${key}` } : { holiday: local ?? '' }),
    },
  }
}
