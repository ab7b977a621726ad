import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const promiseStockFlow = defineDepartment({
  name: 'promise-stock',
  dependsOn: ['inventory', 'orders'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
