import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const recordReceiptFlow = defineDepartment({
  name: 'record-receipt',
  dependsOn: ['orders', 'payments'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
