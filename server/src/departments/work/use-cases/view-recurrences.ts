import type { Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { recurrenceRefusals } from '../domain/recurrence-refusals.ts'
import { nextOccurrence, type RecurrenceSpan } from '../domain/recurrence.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { findListedRecurrence, type RecurrenceListView } from '../queries/recurrences-list.ts'
import { theirsOf } from './whose.ts'

interface Coming extends RecurrenceSpan {
  /** Up to which day its to-dos have been made. */
  readonly madeUntil: LocalDate
}

export type RecurrenceView = RecurrenceListView & { readonly nextOn: LocalDate | null }

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

export async function viewRecurrence(
  reader: Pick<Database, 'row' | 'rows'>,
  id: string,
  { now, locale, actor }: { readonly now: Date; readonly locale: string; readonly actor: Actor },
): Promise<Result<RecurrenceView>> {
  const theirs = await theirsOf(reader, actor)
  const found = await findListedRecurrence(reader, id, { theirs, locale })
  const [whole] = found ? await withNextDay(reader, [found], now) : []
  return whole ? ok(whole) : recurrenceRefusals.recurrence_not_found()
}
