import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { jobExists, jobTitles, mailExists, mailTitles } from './queries/record-titles.ts'
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
  recordTypes: {
    mail: {
      read: 'operations:read',
      write: 'operations:replay',
      exists: mailExists,
      path: (id) => `/mails/${id}`,
      titles: mailTitles,
    },
    job: {
      read: 'operations:read',
      write: 'operations:replay',
      exists: jobExists,
      path: (id) => `/records/job/${id}`,
      titles: jobTitles,
    },
  },
  related: { order: [mailsAbout], customer: [mailsToCustomer] },
})
