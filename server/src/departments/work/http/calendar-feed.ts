import ical, { ICalEventTransparency } from 'ical-generator'
import type { House } from '../../../host/context.ts'
import { addDays, localDate } from '../../../kernel/time.ts'
import type { CalendarEntry } from '../use-cases/read-calendar.ts'
import type { FeedContent } from '../use-cases/calendar-feeds.ts'

const HOUR_SECONDS = 3_600

/**
 * RFC 5545. Instants are written in UTC, which needs no table of clock changes and is right through every one of them; whole days
 * as dates without a zone, their end not included (3.6.1). A UID is the same at every reading, whoever reads (3.8.4.7).
 */
export function writeFeed(
  { feed, entries, kinds }: FeedContent,
  house: Pick<House, 'organisation' | 'publicUrl' | 'clock'>,
): string {
  const { organisation, publicUrl, clock } = house
  const calendar = ical({
    name: `${organisation.name} · ${feed.name}`,
    prodId: { company: 'Fondaco', product: 'Operating calendar', language: feed.locale.toUpperCase() },
    ttl: HOUR_SECONDS,
  })
  const stamp = clock.now()
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.id}@${organisation.slug}.fondaco`,
      stamp,
      summary: entry.title,
      ...spanOf(entry),
      // It tells what is on; it does not make its reader busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(entry.note === '' ? {} : { description: entry.note }),
      ...(entry.path === null ? {} : { url: `${publicUrl}/office${entry.path}` }),
      ...(entry.plan === null ? {} : { sequence: entry.plan.version - 1 }),
    })
    event.createCategory({ name: kinds.get(entry.kind) ?? entry.kind })
  }
  return calendar.toString()
}

function spanOf({ time }: CalendarEntry) {
  if (!time.allDay) {
    const { startsAt, endsAt } = time
    // What has no length has a start alone (3.6.1).
    return endsAt > startsAt ? { start: startsAt, end: endsAt } : { start: startsAt }
  }
  const end = addDays(localDate(time.toOn), 1)
  return { allDay: true, start: new Date(`${time.fromOn}T00:00:00Z`), end: new Date(`${end}T00:00:00Z`) }
}
