import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { lowStock } from './queries/low-stock.ts'

export const inventory = defineDepartment({
  name: 'inventory',
  dependsOn: ['catalog'],
  permissions: ['inventory:read', 'inventory:adjust', 'inventory:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [lowStock],
})
