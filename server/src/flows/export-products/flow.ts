import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'

export const exportProducts = defineDepartment({
  name: 'export-products',
  dependsOn: ['organisation', 'catalog', 'pricing', 'inventory'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
