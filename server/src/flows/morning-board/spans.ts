import { addDays, localDateIn, startOfDay } from '../../kernel/time.ts'

export interface Span {
  readonly from: Date
  readonly to: Date
}

/**
 * Today until now in a zone, and the same stretch of yesterday, of the same weekday last week and of the day a year (52
 * weeks: the same weekday) ago, so that a morning is compared with mornings.
 */
export function comparedSpans(
  now: Date,
  zone: string,
): Readonly<Record<'today' | 'yesterday' | 'lastWeek' | 'lastYear', Span>> {
  const today = localDateIn(now, zone)
  const elapsed = now.getTime() - startOfDay(today, zone).getTime()
  const spanOf = (daysAgo: number): Span => {
    const from = startOfDay(addDays(today, -daysAgo), zone)
    return { from, to: new Date(from.getTime() + elapsed) }
  }
  return { today: spanOf(0), yesterday: spanOf(1), lastWeek: spanOf(7), lastYear: spanOf(364) }
}
