import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const cancelOrderFlow = defineDepartment({
  name: 'cancel-order',
  dependsOn: ['orders', 'payments', 'gift-cards', 'pricing', 'inventory', 'ledger'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
