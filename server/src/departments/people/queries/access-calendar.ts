import { sql } from '../../../host/database/sql.ts'
import type { CalendarSource, SourceEntry } from '../../../host/plans/calendar-source.ts'

/** When the access of somebody from outside ends. */
export const accessCalendar: CalendarSource = {
  kind: 'access_ends',
  permission: 'people:read',
  entries: async (reader, { startsAt, endsAt, limit, translate }) => {
    const rows = await reader.rows(sql<{ id: string; name: string; company: string | null; ends_at: Date }>`
      SELECT s.id, s.name, c.name AS company, s.ends_at FROM people.staff s LEFT JOIN people.company c ON c.id = s.company_id
      WHERE s.ends_at >= ${startsAt} AND s.ends_at < ${endsAt} AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)
      ORDER BY s.ends_at, s.id LIMIT ${limit}`)
    return rows.map(({ id, name, company, ends_at: at }): SourceEntry => ({
      id,
      title: translate('people.calendar.access', { name }),
      when: { allDay: false, startsAt: at, endsAt: at },
      path: '/team',
      note: company ?? '',
    }))
  },
}
