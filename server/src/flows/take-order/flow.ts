import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const takeOrderFlow = defineDepartment({
  name: 'take-order',
  dependsOn: ['orders', 'payments', 'gift-cards'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
