import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { customerExists } from './queries/customer-exists.ts'
import { customerTitles } from './queries/customer-titles.ts'

export const customers = defineDepartment({
  name: 'customers',
  dependsOn: ['organisation'],
  permissions: ['customers:read', 'customers:write'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  recordTypes: {
    customer: {
      read: 'customers:read',
      write: 'customers:write',
      exists: customerExists,
      path: (id) => `/customers/${id}`,
      titles: customerTitles,
    },
  },
})
