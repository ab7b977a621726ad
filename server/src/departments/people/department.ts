import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { secondFactorRequired } from './queries/sign-in-settings.ts'

export const people = defineDepartment({
  name: 'people',
  dependsOn: [],
  permissions: ['people:read', 'people:write', 'people:api_keys'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [secondFactorRequired],
})
