import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const showMargins = defineDepartment({
  name: 'show-margins',
  dependsOn: ['organisation', 'pricing', 'tax'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
