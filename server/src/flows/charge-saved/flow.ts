import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

export const chargeSavedFlow = defineDepartment({
  name: 'charge-saved',
  dependsOn: ['orders', 'payments'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
