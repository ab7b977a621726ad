import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const handleDisputeFlow = defineDepartment({
  name: 'handle-dispute',
  dependsOn: ['orders', 'payments', 'fulfilment', 'documents', 'legal'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
