import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'

export const tax = defineDepartment({
  name: 'tax',
  dependsOn: [],
  permissions: ['tax:read', 'tax:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
