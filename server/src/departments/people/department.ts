import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const people = defineDepartment({
  name: 'people',
  dependsOn: [],
  permissions: ['people:read', 'people:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
