import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const editOrderFlow = defineDepartment({
  name: 'edit-order',
  dependsOn: ['catalog', 'orders', 'payments', 'inventory', 'fulfilment', 'ledger'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
