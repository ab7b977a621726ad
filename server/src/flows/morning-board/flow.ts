import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const morningBoard = defineDepartment({
  name: 'morning-board',
  dependsOn: ['orders', 'payments', 'inventory', 'organisation', 'operations'],
  permissions: ['board:read'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
