import type { Percent } from '../../../kernel/rate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, compareDates, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** The newest rate of a country and category. */
export interface LastRate {
  readonly percent: Percent
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | undefined
}

export interface RatePlan {
  /** The last rate's new last day; undefined when it keeps the one it has, or is replaced. */
  readonly endsLastOn: LocalDate | undefined
  /** The last rate never was in force and begins on the same day: this one takes its place. */
  readonly replacesLast: boolean
}

/**
 * What a new rate does to the one before it. Days that have been keep their rate for ever: documents and returns were made
 * with it. So where there is a rate already, a new one begins today or later, and after the last one has begun; the first rate
 * of a country and category may begin whenever the law did. A rate that has not begun yet may be replaced from its own day.
 */
export function planRate(
  last: LastRate | undefined,
  { validFrom, today }: { readonly validFrom: LocalDate; readonly today: LocalDate },
): Result<RatePlan> {
  if (!last) return ok({ endsLastOn: undefined, replacesLast: false })
  if (compareDates(validFrom, today) < 0) return refusals.rate_in_the_past({ field: 'validFrom', params: { today } })
  const order = compareDates(validFrom, last.validFrom)
  if (order < 0) return refusals.later_rate_exists({ field: 'validFrom', params: { from: last.validFrom } })
  if (order === 0) {
    // Begun today, it has been charged already.
    if (compareDates(validFrom, today) <= 0) return refusals.rate_in_the_past({ field: 'validFrom', params: { today } })
    return ok({ endsLastOn: undefined, replacesLast: true })
  }
  const dayBefore = addDays(validFrom, -1)
  const endsEarlier = last.validTo !== undefined && compareDates(last.validTo, dayBefore) <= 0
  return ok({ endsLastOn: endsEarlier ? undefined : dayBefore, replacesLast: false })
}
