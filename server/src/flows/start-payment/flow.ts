import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const startPaymentFlow = defineDepartment({
  name: 'start-payment',
  dependsOn: ['orders', 'payments'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
