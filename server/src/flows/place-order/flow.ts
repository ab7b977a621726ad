import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const placeOrderFlow = defineDepartment({
  name: 'place-order',
  dependsOn: ['catalog', 'orders', 'payments', 'bank', 'gift-cards', 'pricing', 'inventory', 'customers', 'legal'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
