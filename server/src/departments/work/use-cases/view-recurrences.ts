import type { Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { nameIn } from '../domain/names.ts'
import { recipientOf, type Recipient } from '../domain/recipient.ts'
import { nextOccurrence } from '../domain/recurrence.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { listRecurrences, type RecurrenceRow } from '../queries/read-recurrences.ts'
import { theirsOf } from './whose.ts'

export interface RecurrenceView extends RecurrenceRow {
  readonly asked: Recipient & { readonly name: string }
  readonly nextOn: LocalDate | null
}

/** All of them, with the day on which each comes next, in the shop's zone. */
export async function viewRecurrences(
  reader: Pick<Database, 'row' | 'rows'>,
  { now, locale, actor }: { readonly now: Date; readonly locale: string; readonly actor: Actor },
): Promise<{ zone: string; items: RecurrenceView[] }> {
  const [rows, { zone, seats }] = await Promise.all([
    theirsOf(reader, actor).then((theirs) => listRecurrences(reader, theirs)),
    readPlanPlaces(reader),
  ])
  const today = localDateIn(now, zone)
  const items = rows.map((row) => {
    const from = addDays(row.madeUntil, 1)
    const nextOn = nextOccurrence(row, from < today ? today : from, seats[0] ?? '')
    return { ...row, nextOn, asked: { ...recipientOf(row.assignee), name: nameIn(row.assigneeNames, locale) } }
  })
  return { zone, items }
}
