import { defineDepartment } from '../../host/department.ts'
import { stockInterference } from './use-cases/stock-interference.ts'
import { refusals } from './domain/refusals.ts'
import { locationRoutes } from './http/location-routes.ts'
import { routes } from './http/routes.ts'
import { locationExists, locationPlace, locationTitles } from './queries/location-titles.ts'
import { lowStock } from './queries/low-stock.ts'
import { stockOfProduct } from './queries/related-stock.ts'
import { COUNT } from './use-cases/weigh-count.ts'

export const inventory = defineDepartment({
  name: 'inventory',
  dependsOn: ['catalog', 'work'],
  permissions: ['inventory:read', 'inventory:adjust', 'inventory:write'],
  routes: [...routes, ...locationRoutes],
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  interference: stockInterference,
  acts: [COUNT],
  settings: [lowStock],
  related: { product: [stockOfProduct] },
  recordTypes: {
    location: {
      read: 'inventory:read',
      write: 'inventory:write',
      keyedBy: 'code',
      exists: locationExists,
      place: locationPlace,
      path: (code) => `/records/location/${code}`,
      titles: locationTitles,
    },
  },
})
