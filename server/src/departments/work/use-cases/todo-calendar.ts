import type { CalendarSource } from '../../../host/plans/calendar-source.ts'
import { unitsOf } from '../../people/index.ts'
import { listDueTodos } from '../queries/todo-calendar.ts'

/** One's own to-dos, and those of the departments and teams that one is in, until somebody takes them. */
export const todoCalendar: CalendarSource = {
  kind: 'todo',
  permission: 'work:read',
  own: true,
  entries: async (reader, { startsAt, endsAt, limit, staffId }) => {
    if (staffId === '') return []
    const units = await unitsOf(reader, staffId)
    const assignees = [`staff:${staffId}`, ...units.map(({ id }) => `unit:${id}`)]
    const due = await listDueTodos(reader, { startsAt, endsAt, staffId, assignees, limit })
    return due.map(({ id, title, dueAt }) => ({
      id,
      title,
      when: { allDay: false, startsAt: dueAt, endsAt: dueAt },
      path: `/todos/${id}`,
    }))
  },
}
