import { defineDepartment } from '../../host/department.ts'
import { priceInterference } from './use-cases/price-interference.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { CHANGE_PRICE } from './use-cases/weigh-prices.ts'

export const pricing = defineDepartment({
  name: 'pricing',
  dependsOn: ['catalog', 'inventory'],
  permissions: ['pricing:read', 'pricing:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  interference: [priceInterference],
  acts: [CHANGE_PRICE],
})
