import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { confirmConsentJob, consentConfirmation } from './jobs/confirm-consent.ts'
import { sortCustomersJob } from './jobs/sort-customers.ts'
import { customerExists } from './queries/customer-exists.ts'
import { customerTitles } from './queries/customer-titles.ts'
import { companyExists, companyTitles } from './queries/get-company.ts'
import { groupExists, groupTitles } from './queries/get-group.ts'
import { purposeExists, purposeTitles } from './queries/purposes.ts'
import {
  accountConfirmation,
  accountKnown,
  accountPassword,
  accountPasswordChanged,
} from './use-cases/account-mails.ts'
import { mailGate } from './use-cases/mail-gate.ts'

export const customers = defineDepartment({
  name: 'customers',
  dependsOn: [],
  permissions: [
    'customers:read',
    'customers:write',
    'customers:purposes',
    'customers:record-consents',
    'customers:export-consents',
  ],
  routes,
  jobs: [sortCustomersJob, confirmConsentJob],
  mails: [accountConfirmation, accountKnown, accountPassword, accountPasswordChanged, consentConfirmation],
  mailGate,
  subscribers: {},
  refusals: [refusals],
  facts: { consent: { read: 'customers:read', anywhere: true } },
  recordTypes: {
    customer: {
      read: 'customers:read',
      write: 'customers:write',
      exists: customerExists,
      path: (id) => `/customers/${id}`,
      titles: customerTitles,
    },
    buyer_company: {
      read: 'customers:read',
      write: 'customers:write',
      exists: companyExists,
      path: (id) => `/buyer-companies/${id}`,
      titles: companyTitles,
    },
    customer_group: {
      read: 'customers:read',
      write: 'customers:write',
      exists: groupExists,
      path: (id) => `/customer-groups/${id}`,
      titles: groupTitles,
    },
    consent_purpose: {
      read: 'customers:read',
      write: 'customers:purposes',
      exists: purposeExists,
      path: (id) => `/consent-purposes/${id}`,
      titles: purposeTitles,
    },
  },
})
