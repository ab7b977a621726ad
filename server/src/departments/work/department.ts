import { defineDepartment } from '../../host/department.ts'
import { planRefusals } from './domain/plan-refusals.ts'
import { planPart } from './http/plan-part.ts'
import { refusals } from './domain/refusals.ts'
import { inboxRoutes } from './http/inbox-routes.ts'
import { todoRoutes } from './http/todo-routes.ts'
import { todoExists, todoTitles } from './queries/get-todo.ts'

export const work = defineDepartment({
  name: 'work',
  dependsOn: ['people', 'organisation'],
  permissions: [...planPart.permissions, 'inbox:read', 'work:read', 'work:write'],
  routes: [...planPart.routes, ...inboxRoutes, ...todoRoutes],
  jobs: [...planPart.jobs],
  subscribers: {},
  refusals: [planRefusals, refusals],
  interference: planPart.interference,
  recordTypes: {
    ...planPart.recordTypes,
    todo: {
      read: 'work:read',
      write: 'work:write',
      exists: todoExists,
      path: (id) => `/todos/${id}`,
      titles: todoTitles,
    },
  },
})
