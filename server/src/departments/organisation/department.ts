import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'

export const organisation = defineDepartment({
  name: 'organisation',
  dependsOn: [],
  permissions: ['organisation:read', 'organisation:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
