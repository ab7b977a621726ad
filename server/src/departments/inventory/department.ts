import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { locationRoutes } from './http/location-routes.ts'
import { routes } from './http/routes.ts'
import { lowStock } from './queries/low-stock.ts'
import { stockOfProduct } from './queries/related-stock.ts'

export const inventory = defineDepartment({
  name: 'inventory',
  dependsOn: ['catalog'],
  permissions: ['inventory:read', 'inventory:adjust', 'inventory:write'],
  routes: [...routes, ...locationRoutes],
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [lowStock],
  related: { product: [stockOfProduct] },
})
