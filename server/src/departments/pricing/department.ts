import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const pricing = defineDepartment({
  name: 'pricing',
  dependsOn: ['catalog', 'inventory'],
  permissions: ['pricing:read', 'pricing:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
