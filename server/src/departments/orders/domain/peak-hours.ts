import { localDateIn } from '../../../kernel/time.ts'
import type { TimeSpan } from '../../../kernel/time-span.ts'

interface OrdersOfHour {
  readonly weekday: number
  readonly hour: number
  readonly orders: number
}

export interface Peak {
  /** The busiest hour that the span touches, and the quietest of its days. */
  readonly peakAt: Date
  readonly quietAt: Date
  /** Orders in such an hour, on average, rounded. */
  readonly orders: number
}

export const PEAK_WEEKS = 8
const HOURS_OF_WEEK = 168
/** An hour is a peak when it has twice as many orders as the average hour, and two a week at least: few orders make no pattern. */
const TIMES_AVERAGE = 2
const LEAST_ORDERS = 2 * PEAK_WEEKS
const HOUR_MS = 3_600_000

/** The busiest hour of a span of time, if it is a peak. Hours are whole ones of the zone's clock. */
export function findPeak(span: TimeSpan, hours: readonly OrdersOfHour[], zone: string): Peak | undefined {
  const known = new Map(hours.map((one) => [`${one.weekday} ${one.hour}`, one.orders]))
  const sum = hours.reduce((all, { orders }) => all + orders, 0)
  const ordersAt = (at: Date) => known.get(hourOfWeek(at, zone)) ?? 0
  const touched = hoursOf(span)
  const peakAt = touched.reduce((best, at) => (ordersAt(at) > ordersAt(best) ? at : best), touched[0] ?? span.startsAt)
  const orders = ordersAt(peakAt)
  if (orders < LEAST_ORDERS || orders * HOURS_OF_WEEK < sum * TIMES_AVERAGE) return undefined
  const dayBegins = new Date(touched[0] ?? span.startsAt)
  const around = hoursOf({ startsAt: dayBegins, endsAt: new Date(dayBegins.getTime() + 24 * HOUR_MS) })
  const quietAt = around.reduce((best, at) => (ordersAt(at) < ordersAt(best) ? at : best), around[0] ?? dayBegins)
  return { peakAt, quietAt, orders: Math.round(orders / PEAK_WEEKS) }
}

/** The beginnings of the hours that a span touches; a week shows them all. */
function hoursOf({ startsAt, endsAt }: TimeSpan): Date[] {
  const first = Math.floor(startsAt.getTime() / HOUR_MS)
  const last = Math.ceil(endsAt.getTime() / HOUR_MS)
  return Array.from(
    { length: Math.min(last - first, HOURS_OF_WEEK) },
    (_, index) => new Date((first + index) * HOUR_MS),
  )
}

function hourOfWeek(at: Date, zone: string): string {
  const on = localDateIn(at, zone)
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay() || 7
  return `${weekday} ${hourFormat(zone).format(at)}`
}

const formats = new Map<string, { format: (at: Date) => number }>()

function hourFormat(zone: string) {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' })
  const made = { format: (at: Date) => Number(format.format(at)) }
  formats.set(zone, made)
  return made
}
