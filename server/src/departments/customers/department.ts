import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const customers = defineDepartment({
  name: 'customers',
  dependsOn: [],
  permissions: ['customers:read'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
