import type { Database } from '../../../host/database/pool.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { nextOccurrence, type RecurrenceSpan } from '../domain/recurrence.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'

interface Coming extends RecurrenceSpan {
  /** Up to which day its to-dos have been made. */
  readonly madeUntil: LocalDate
}

/** With the day on which each comes next, in the shop's zone. */
export async function withNextDay<Row extends Coming>(
  reader: Pick<Database, 'row' | 'rows'>,
  rows: readonly Row[],
  now: Date,
): Promise<(Row & { readonly nextOn: LocalDate | null })[]> {
  const { zone, seats } = await readPlanPlaces(reader)
  const today = localDateIn(now, zone)
  return rows.map((row) => {
    const from = addDays(row.madeUntil, 1)
    return { ...row, nextOn: nextOccurrence(row, from < today ? today : from, seats[0] ?? '') }
  })
}
