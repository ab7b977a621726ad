import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const cancelByBuyerFlow = defineDepartment({
  name: 'cancel-by-buyer',
  dependsOn: ['orders', 'payments', 'gift-cards', 'pricing', 'inventory', 'ledger', 'legal', 'fulfilment'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
