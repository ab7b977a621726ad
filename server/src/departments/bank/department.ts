import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { remindOfTransfers, reminderMail } from './jobs/reminder-mail.ts'
import { entryExists, entryTitles } from './queries/read-entries.ts'
import { resealDataKeys } from './jobs/reseal-data-keys.ts'
import { reminderDays } from './queries/reminder-days.ts'
import { entriesOfOrder, orderOfEntry } from './queries/related-entries.ts'

export const bank = defineDepartment({
  name: 'bank',
  dependsOn: ['orders', 'payments'],
  permissions: ['bank:read', 'bank:write', 'bank:reveal'],
  routes,
  jobs: [remindOfTransfers, resealDataKeys],
  subscribers: {},
  refusals: [refusals],
  mails: [reminderMail],
  settings: [reminderDays],
  related: { order: [entriesOfOrder], bank_entry: [orderOfEntry] },
  recordTypes: {
    bank_entry: {
      read: 'bank:read',
      write: 'bank:write',
      exists: entryExists,
      path: (id) => `/bank-entries/${id}`,
      titles: entryTitles,
    },
  },
})
