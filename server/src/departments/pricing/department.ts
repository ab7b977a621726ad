import { defineDepartment } from '../../host/department.ts'
import { priceInterference } from './use-cases/price-interference.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { priceListExists, priceListTitles } from './queries/get-price-list.ts'
import { promotionExists, promotionTitles } from './queries/get-promotion.ts'
import { usesFreed } from './queries/uses-freed.ts'
import { keepOffersJob } from './jobs/keep-offers.ts'
import { planPromotionsJob } from './jobs/plan-promotions.ts'
import { CHANGE_PRICE } from './use-cases/weigh-prices.ts'
import { PROMOTE } from './use-cases/weigh-promotion.ts'

export const pricing = defineDepartment({
  name: 'pricing',
  dependsOn: ['organisation', 'catalog', 'inventory', 'work', 'customers'],
  permissions: ['pricing:read', 'pricing:write', 'pricing:promote', 'pricing:costs'],
  routes,
  jobs: [planPromotionsJob, keepOffersJob],
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
    price_list: {
      read: 'pricing:read',
      write: 'pricing:write',
      exists: priceListExists,
      path: (id) => `/price-lists/${id}`,
      titles: priceListTitles,
    },
  },
  interference: [priceInterference],
  acts: [CHANGE_PRICE, PROMOTE],
})
