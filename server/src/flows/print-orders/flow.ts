import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'
import { printOrdersTask } from './jobs/print-task.ts'
import { refusals } from './refusals.ts'

export const printOrders = defineDepartment({
  name: 'print-orders',
  dependsOn: ['organisation', 'orders', 'fulfilment'],
  permissions: [],
  routes,
  jobs: [],
  tasks: [printOrdersTask],
  subscribers: {},
  refusals: [refusals],
})
