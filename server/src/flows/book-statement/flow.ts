import { defineDepartment } from '../../host/department.ts'
import { matchEntriesTask } from './jobs/match-entries.ts'
import { routes } from './routes.ts'

export const bookStatementFlow = defineDepartment({
  name: 'book-statement',
  dependsOn: ['orders', 'payments', 'bank'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
  tasks: [matchEntriesTask],
})
