import { defineDepartment } from '../../host/department.ts'
import { askRestsJob } from './jobs/ask-rests-job.ts'
import { routes } from './routes.ts'

export const promiseStockFlow = defineDepartment({
  name: 'promise-stock',
  dependsOn: ['inventory', 'orders', 'organisation'],
  permissions: [],
  routes,
  jobs: [askRestsJob],
  subscribers: {},
  refusals: [],
})
