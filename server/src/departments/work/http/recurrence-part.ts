import { makeRecurringTodos } from '../jobs/make-recurring-todos.ts'
import { recurrenceExists, recurrenceTitles } from '../queries/read-recurrences.ts'
import { recurrenceCalendar } from '../use-cases/recurrence-calendar.ts'
import { recurrenceRoutes } from './recurrence-routes.ts'

/** To-dos that come again, as the department's manifest takes them in. */
export const recurrencePart = {
  routes: recurrenceRoutes,
  jobs: [makeRecurringTodos],
  calendar: [recurrenceCalendar],
  recordTypes: {
    recurrence: {
      read: 'work:read',
      write: 'work:write',
      exists: recurrenceExists,
      path: (id: string) => `/records/recurrence/${id}`,
      titles: recurrenceTitles,
    },
  },
} as const
