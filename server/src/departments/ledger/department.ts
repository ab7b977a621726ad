import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'

export const ledger = defineDepartment({
  name: 'ledger',
  dependsOn: [],
  permissions: ['ledger:read'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
