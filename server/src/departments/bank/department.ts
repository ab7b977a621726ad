import { defineDepartment } from '../../host/department.ts'
import { sayDays } from '../../host/i18n/format.ts'
import { refusals } from './domain/refusals.ts'
import { debitRoutes } from './http/debit-routes.ts'
import { runRoutes } from './http/run-routes.ts'
import { routes } from './http/routes.ts'
import {
  announceDirectDebit,
  announcementMail,
  keepDirectDebits,
  takenBackMail,
  tellDirectDebitBack,
} from './jobs/debit-mails.ts'
import { remindOfTransfers, reminderMail } from './jobs/reminder-mail.ts'
import { debitExists, debitTitles } from './queries/read-debits.ts'
import { runExists, runTitles } from './queries/read-runs.ts'
import { RELEASE } from './use-cases/end-run.ts'
import { debitsOfOrder, orderOfDebit } from './queries/related-debits.ts'
import { entryExists, entryTitles } from './queries/read-entries.ts'
import { resealDataKeys } from './jobs/reseal-data-keys.ts'
import { reminderDays } from './queries/reminder-days.ts'
import { entriesOfOrder, orderOfEntry } from './queries/related-entries.ts'

export const bank = defineDepartment({
  name: 'bank',
  dependsOn: ['organisation', 'orders', 'payments', 'work'],
  permissions: ['bank:read', 'bank:write', 'bank:reveal'],
  routes: [...routes, ...debitRoutes, ...runRoutes],
  jobs: [remindOfTransfers, resealDataKeys, announceDirectDebit, tellDirectDebitBack, keepDirectDebits],
  subscribers: {},
  refusals: [refusals],
  mails: [reminderMail, announcementMail, takenBackMail],
  acts: [RELEASE],
  settings: [reminderDays],
  related: { order: [entriesOfOrder, debitsOfOrder], bank_entry: [orderOfEntry], direct_debit: [orderOfDebit] },
  recordTypes: {
    bank_entry: {
      read: 'bank:read',
      write: 'bank:write',
      exists: entryExists,
      path: (id) => `/bank-entries/${id}`,
      titles: entryTitles,
      sayTitle: sayDays,
    },
    direct_debit: {
      read: 'bank:read',
      write: 'bank:write',
      exists: debitExists,
      path: (id) => `/direct-debits/${id}`,
      titles: debitTitles,
      sayTitle: sayDays,
    },
    payment_run: {
      read: 'bank:read',
      write: 'bank:write',
      exists: runExists,
      path: (id) => `/payment-runs/${id}`,
      titles: runTitles,
    },
  },
})
