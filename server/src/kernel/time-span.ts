import { addDays, startOfDay, type LocalDate } from './time.ts'

/** A stretch of time between two instants, the end not included. */
export interface TimeSpan {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Whether there is an instant that belongs to both: what ends at ten and what begins at ten do not meet. */
export function spansMeet(a: TimeSpan, b: TimeSpan): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** The days from one to the other, both included, by the clocks of the zone: 23 or 25 hours long where these change. */
export function spanOfDays(fromOn: LocalDate, toOn: LocalDate, zone: string): TimeSpan {
  return { startsAt: startOfDay(fromOn, zone), endsAt: startOfDay(addDays(toOn, 1), zone) }
}

/** Two choices of places, markets or goods; where none is chosen, all are meant. */
export function choicesMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))
}
