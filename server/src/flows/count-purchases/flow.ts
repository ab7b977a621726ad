import { defineDepartment } from '../../host/department.ts'
import { countPurchaseJob } from './count-purchases.ts'

export const countPurchasesFlow = defineDepartment({
  name: 'count-purchases',
  dependsOn: ['orders', 'customers'],
  permissions: [],
  routes: [],
  jobs: [countPurchaseJob],
  subscribers: {
    'order.paid.v1': ['count-purchase'],
    'order.cancelled.v1': ['count-purchase'],
  },
  refusals: [],
})
