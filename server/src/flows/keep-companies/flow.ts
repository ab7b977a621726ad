import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const keepCompaniesFlow = defineDepartment({
  name: 'keep-companies',
  dependsOn: ['customers', 'tax'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
