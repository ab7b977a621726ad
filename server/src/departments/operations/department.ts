import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { mailsAbout } from './queries/related-mails.ts'
import { mailsToCustomer } from './use-cases/mails-to-customer.ts'

export const operations = defineDepartment({
  name: 'operations',
  dependsOn: ['catalog', 'customers', 'orders', 'people'],
  permissions: ['operations:read', 'operations:replay'],
  routes,
  jobs: [],
  subscribers: {},
  refusals: [refusals],
  related: { order: [mailsAbout], customer: [mailsToCustomer] },
})
