import type { CalendarSource } from '../../../host/plans/calendar-source.ts'
import { listKeyDates, projectExists, projectTitles, templateExists, templateTitles } from '../queries/read-projects.ts'
import { projectRoutes } from './project-routes.ts'
import { templateRoutes } from './template-routes.ts'

const keyDates: CalendarSource = {
  kind: 'project',
  permission: 'work:read',
  entries: async (reader, asked) =>
    (await listKeyDates(reader, asked)).map(({ id, title, keyOn }) => ({
      id,
      title,
      when: { allDay: true, fromOn: keyOn, toOn: keyOn },
      path: `/projects/${id}`,
    })),
}

/** Templates and the projects made from them, as the department's manifest takes them in. */
export const projectPart = {
  routes: [...projectRoutes, ...templateRoutes],
  calendar: [keyDates],
  recordTypes: {
    project: {
      read: 'work:read',
      write: 'work:write',
      exists: projectExists,
      path: (id: string) => `/projects/${id}`,
      titles: projectTitles,
    },
    template: {
      read: 'work:read',
      write: 'work:write',
      exists: templateExists,
      path: (id: string) => `/records/template/${id}`,
      titles: templateTitles,
    },
  },
} as const
