import { addDays, localDateIn, startOfDay, type LocalDate } from '../../kernel/time.ts'
import type { Span } from './spans.ts'

/** A day of the shop beside the same weekday of the stretch before; the last one goes until now, and so does its pair. */
export interface ComparedDay {
  readonly on: LocalDate
  readonly comparedOn: LocalDate
  readonly span: Span
  readonly comparedSpan: Span
}

/**
 * The last `days` days of a zone, today among them, oldest first. Each is set beside the same weekday so many whole weeks
 * earlier that the two stretches do not overlap: Saturdays are compared with Saturdays. A day is as long as the zone says;
 * where the clocks change that is 23 or 25 hours.
 */
export function salesDays(now: Date, zone: string, days: number): ComparedDay[] {
  const today = localDateIn(now, zone)
  const elapsed = now.getTime() - startOfDay(today, zone).getTime()
  const shift = Math.ceil(days / 7) * 7
  const spanOf = (on: LocalDate, isLast: boolean): Span => {
    const from = startOfDay(on, zone)
    const end = startOfDay(addDays(on, 1), zone)
    return { from, to: isLast ? new Date(Math.min(from.getTime() + elapsed, end.getTime())) : end }
  }
  return Array.from({ length: days }, (_, index) => {
    const on = addDays(today, index + 1 - days)
    const comparedOn = addDays(on, -shift)
    const isLast = index === days - 1
    return { on, comparedOn, span: spanOf(on, isLast), comparedSpan: spanOf(comparedOn, isLast) }
  })
}
