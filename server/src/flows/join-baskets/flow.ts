import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const joinBasketsFlow = defineDepartment({
  name: 'join-baskets',
  dependsOn: ['orders', 'gift-cards'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
