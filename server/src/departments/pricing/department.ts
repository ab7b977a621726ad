import { defineDepartment } from '../../host/department.ts'
import { priceInterference } from './use-cases/price-interference.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { promotionExists, promotionTitles } from './queries/get-promotion.ts'
import { usesFreed } from './queries/uses-freed.ts'
import { CHANGE_PRICE } from './use-cases/weigh-prices.ts'

export const pricing = defineDepartment({
  name: 'pricing',
  dependsOn: ['organisation', 'catalog', 'inventory'],
  permissions: ['pricing:read', 'pricing:write', 'pricing:promote'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  settings: [usesFreed],
  recordTypes: {
    promotion: {
      read: 'pricing:read',
      write: 'pricing:promote',
      exists: promotionExists,
      path: (id) => `/promotions/${id}`,
      titles: promotionTitles,
    },
  },
  interference: [priceInterference],
  acts: [CHANGE_PRICE],
})
