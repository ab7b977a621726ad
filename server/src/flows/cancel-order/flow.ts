import { defineDepartment } from '../../host/department.ts'
import { cancelOrdersTask } from './jobs/cancel-task.ts'
import { routes } from './routes.ts'

export const cancelOrderFlow = defineDepartment({
  name: 'cancel-order',
  dependsOn: ['orders', 'payments', 'gift-cards', 'pricing', 'inventory', 'ledger', 'fulfilment'],
  permissions: [],
  routes,
  jobs: [],
  tasks: [cancelOrdersTask],
  subscribers: {},
  refusals: [],
})
