import { defineDepartment } from '../../host/department.ts'
import { routes } from './routes.ts'

/** A group of customers is deleted: customers keep it, and pricing knows what still asks for it. */
export const dropGroup = defineDepartment({
  name: 'drop-group',
  dependsOn: ['customers', 'pricing'],
  permissions: [],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
})
