import { recheckPlans } from '../jobs/recheck-plans.ts'
import { planInterference } from '../queries/plan-interference.ts'
import { planTitles } from '../queries/plan-titles.ts'
import { blackoutExists, blackoutTitles } from '../queries/read-blackouts.ts'
import { planExists } from '../queries/read-plans.ts'
import { todoCalendar } from '../use-cases/todo-calendar.ts'
import { blackoutRoutes } from './blackout-routes.ts'
import { calendarFeedRoutes } from './calendar-feed-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { planRoutes } from './plan-routes.ts'

/** Plans and the calendar, as the department's manifest takes them in. */
export const planPart = {
  permissions: ['work:plan', 'work:black_out', 'work:override_blackout'],
  routes: [...planRoutes, ...calendarRoutes, ...blackoutRoutes, ...calendarFeedRoutes],
  jobs: [recheckPlans],
  recordTypes: {
    plan: {
      read: 'work:read',
      write: 'work:plan',
      exists: planExists,
      path: (id: string) => `/plans/${id}`,
      titles: planTitles,
    },
    blackout: {
      read: 'work:read',
      write: 'work:black_out',
      exists: blackoutExists,
      path: (id: string) => `/records/blackout/${id}`,
      titles: blackoutTitles,
    },
  },
  interference: planInterference,
  calendar: [todoCalendar],
} as const
