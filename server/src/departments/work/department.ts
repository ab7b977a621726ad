import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { inboxRoutes } from './http/inbox-routes.ts'
import { todoRoutes } from './http/todo-routes.ts'
import { todoExists, todoTitles } from './queries/get-todo.ts'

export const work = defineDepartment({
  name: 'work',
  dependsOn: ['people', 'organisation'],
  permissions: ['inbox:read', 'work:read', 'work:write'],
  routes: [...inboxRoutes, ...todoRoutes],
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  recordTypes: {
    todo: {
      read: 'work:read',
      write: 'work:write',
      exists: todoExists,
      path: (id) => `/todos/${id}`,
      titles: todoTitles,
    },
  },
})
