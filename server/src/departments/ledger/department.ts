import { defineDepartment } from '../../host/department.ts'
import { routes } from './http/routes.ts'
import { entriesAbout } from './queries/related-entries.ts'

export const ledger = defineDepartment({
  name: 'ledger',
  dependsOn: [],
  permissions: ['ledger:read'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [],
  related: { order: [entriesAbout] },
})
