import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const content = defineDepartment({
  name: 'content',
  dependsOn: ['organisation', 'people'],
  permissions: ['content:read', 'content:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
