import { defineDepartment } from '../../host/department.ts'
import { expireJob } from './jobs/expire-job.ts'

export const expireOrdersFlow = defineDepartment({
  name: 'expire-orders',
  dependsOn: ['orders', 'payments', 'pricing', 'inventory'],
  permissions: [],
  routes: [],
  jobs: [expireJob],
  subscribers: {},
  refusals: [],
})
