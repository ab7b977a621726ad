import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, clockIn, isLocalDate, isZone, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** When a location sends: days that are counted in promises. */
export interface DispatchCalendar {
  readonly timeZone: string
  /** `14:00`: what is ordered before leaves on the same working day. Null: promises count from the order. */
  readonly cutOff: string | null
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly holidays: readonly string[]
}

/** Where people collect what they ordered. */
export interface PickupAddress {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  /** By language, as people read them: "Mon–Sat 9–18". */
  readonly hours: Readonly<Record<string, string>>
}

/** A location as deliveries see it: when parcels leave it, and whether people collect there. */
export interface DispatchPlace extends DispatchCalendar {
  readonly locationCode: string
  readonly pickup: PickupAddress | null
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]

/** Of a location that nobody said anything about. */
export function usualCalendar(timeZone: string): DispatchCalendar {
  return { timeZone, cutOff: null, weekdays: MONDAY_TO_FRIDAY, holidays: [] }
}

/**
 * The promise made at checkout, kept with the order, in local days of the warehouse. With a cut-off the count begins on the day
 * on which the parcel leaves: today before it, else the next working day.
 */
export function promisedDates(
  { minDays, maxDays }: { readonly minDays: number; readonly maxDays: number },
  calendar: DispatchCalendar,
  now: Date,
): { from: LocalDate; to: LocalDate } {
  const today = localDateIn(now, calendar.timeZone)
  const leaves = dispatchDay(calendar, today, clockIn(now, calendar.timeZone))
  return { from: addWorkingDays(calendar, leaves, minDays), to: addWorkingDays(calendar, leaves, maxDays) }
}

function dispatchDay(calendar: DispatchCalendar, today: LocalDate, clock: string): LocalDate {
  if (calendar.cutOff === null) return today
  return isWorking(calendar, today) && clock < calendar.cutOff ? today : addWorkingDays(calendar, today, 1)
}

/** A calendar in which nobody works for so long is none. */
const MOST_DAYS = 3_660

function addWorkingDays(calendar: DispatchCalendar, start: LocalDate, days: number): LocalDate {
  let date = start
  let left = days
  for (let looked = 0; left > 0 && looked < MOST_DAYS; looked += 1) {
    date = addDays(date, 1)
    if (isWorking(calendar, date)) left -= 1
  }
  return date
}

function isWorking({ weekdays, holidays }: DispatchCalendar, date: LocalDate): boolean {
  return weekdays.includes(weekday(date)) && !holidays.includes(date)
}

/** 1 is Monday, 7 Sunday. */
function weekday(date: LocalDate): number {
  return ((zeller(date) + 5) % 7) + 1
}

export const isWeekend = (date: LocalDate): boolean => weekday(date) > 5

/** Zeller's congruence on the proleptic Gregorian calendar: 0 is Saturday, 1 Sunday. */
function zeller(date: LocalDate): number {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  const month = m < 3 ? m + 12 : m
  const year = m < 3 ? y - 1 : y
  return (
    (d +
      Math.floor((13 * (month + 1)) / 5) +
      year +
      Math.floor(year / 4) -
      Math.floor(year / 100) +
      Math.floor(year / 400)) %
    7
  )
}

/** What no schema says. The address is whole, since people are sent there. */
export function checkDispatchPlace(place: DispatchPlace): Result<DispatchPlace> {
  if (!isZone(place.timeZone)) return refusals.delivery_time_zone({ field: 'timeZone' })
  if (place.weekdays.length === 0) return refusals.delivery_no_weekday({ field: 'weekdays' })
  const wrong = place.holidays.findIndex((day) => !isLocalDate(day))
  if (wrong >= 0) return refusals.delivery_holiday_wrong({ field: `holidays.${wrong}` })
  const holidays = [...new Set(place.holidays)].sort()
  if (!place.pickup) return ok({ ...place, holidays })
  const { hours, region, ...said } = place.pickup
  const empty = Object.entries(said).find(([, text]) => text.trim() === '')?.[0]
  if (empty !== undefined) return refusals.delivery_pickup_incomplete({ field: `pickup.${empty}` })
  if (!hours['en']?.trim()) return refusals.delivery_pickup_incomplete({ field: 'pickup.hours.en' })
  return ok({ ...place, holidays, pickup: { ...said, region: region?.trim() || null, hours } })
}
