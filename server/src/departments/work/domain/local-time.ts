import { addDays, localDateIn, startOfDay, type LocalDate } from '../../../kernel/time.ts'

const MINUTE = 60_000

/**
 * The instant at which the clock on the wall of the zone shows `time` ('HH:MM') on that day. Where the clock leaps over it (spring),
 * the first instant after the leap; where it shows it twice (autumn), the first of the two.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wanted = hours * 60 + minutes
  const start = startOfDay(date, zone).getTime()
  const length = (startOfDay(addDays(date, 1), zone).getTime() - start) / MINUTE
  // Clocks change by at most two hours: the instant lies within two hours of a day without a change.
  for (let after = Math.max(0, wanted - 120); after < length; after++) {
    const at = new Date(start + after * MINUTE)
    if (minutesOfDay(at, zone) >= wanted && localDateIn(at, zone) === date) return at
  }
  return new Date(start + (length - 1) * MINUTE)
}

/** 'HH:MM' as the clock on the wall of the zone shows it. */
export function timeIn(at: Date, zone: string): string {
  const minutes = minutesOfDay(at, zone)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function minutesOfDay(at: Date, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' })
  clocks.set(zone, clock)
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)
}
