import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const search = defineDepartment({
  name: 'search',
  dependsOn: ['orders', 'catalog', 'customers', 'people', 'operations', 'work', 'documents'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
