import { defineDepartment } from '../../host/department.ts'
import { refusals } from './refusals.ts'
import { routes } from './routes.ts'

export const setUpFlow = defineDepartment({
  name: 'set-up',
  dependsOn: ['organisation', 'inventory', 'tax', 'orders', 'payments', 'pricing', 'people'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
})
