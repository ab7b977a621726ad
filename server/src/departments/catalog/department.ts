import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'

export const catalog = defineDepartment({
  name: 'catalog',
  dependsOn: [],
  permissions: ['catalog:read', 'catalog:write', 'catalog:publish', 'catalog:import'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
