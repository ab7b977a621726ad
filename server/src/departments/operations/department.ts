import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { sayJob } from './http/told-trail.ts'
import { publicMessages } from './http/public-messages.ts'
import { webhookRoutes } from './http/webhook-routes.ts'
import { webhookJobs } from './jobs/webhook-jobs.ts'
import { jobExists, jobTitles, mailExists, mailTitles } from './queries/record-titles.ts'
import { mailsAbout } from './queries/related-mails.ts'
import { webhookExists, webhookTitles } from './queries/read-webhooks.ts'
import { webhookKeeping, webhookPatience } from './queries/webhook-settings.ts'
import { mailsToCustomer } from './use-cases/mails-to-customer.ts'

export const operations = defineDepartment({
  name: 'operations',
  dependsOn: ['catalog', 'customers', 'orders', 'people', 'work'],
  permissions: ['operations:read', 'operations:replay', 'operations:webhooks'],
  routes: [...routes, ...webhookRoutes],
  jobs: webhookJobs,
  messages: publicMessages(),
  settings: [webhookPatience, webhookKeeping],
  subscribers: {},
  refusals: [refusals],
  recordTypes: {
    webhook: {
      read: 'operations:read',
      write: 'operations:webhooks',
      exists: webhookExists,
      path: (id) => `/webhooks/${id}`,
      titles: webhookTitles,
    },
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
      sayTitle: sayJob,
    },
  },
  related: { order: [mailsAbout], customer: [mailsToCustomer] },
})
