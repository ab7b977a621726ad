import type { CalendarSource } from '../../../host/plans/calendar-source.ts'
import { addDays, localDate } from '../../../kernel/time.ts'
import { instantAt } from '../domain/local-time.ts'
import { occurrencesIn } from '../domain/recurrence.ts'
import { readPlanPlaces } from '../queries/plan-ground.ts'
import { listRecurrencesBetween } from '../queries/read-recurrences.ts'

/** What is still to be made; of what has been made there is a to-do. */
export const recurrenceCalendar: CalendarSource = {
  kind: 'recurrence',
  permission: 'work:read',
  entries: async (reader, { fromOn, toOn, limit }) => {
    const { zone, seats } = await readPlanPlaces(reader)
    const running = await listRecurrencesBetween(reader, { fromOn, toOn })
    const entries = running.flatMap((one) => {
      const next = addDays(one.madeUntil, 1)
      const asked = { from: fromOn < next ? next : localDate(fromOn), to: localDate(toOn) }
      return occurrencesIn(one, asked, seats[0] ?? '').map((on) => {
        const at = instantAt(on, one.dueTime, zone)
        const when = { allDay: false as const, startsAt: at, endsAt: at }
        return { id: `${one.id}-${on}`, title: one.title, when, path: '/work/recurring' }
      })
    })
    return entries.toSorted((a, b) => a.when.startsAt.getTime() - b.when.startsAt.getTime()).slice(0, limit)
  },
}
