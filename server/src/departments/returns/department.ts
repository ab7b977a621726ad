import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { acknowledgeWithdrawal } from './jobs/acknowledge-withdrawal.ts'
import { withdrawalAccepted, withdrawalRefunded, withdrawalRefused } from './jobs/decision-mails.ts'
import { tellDecision } from './jobs/tell-decision.ts'
import { withdrawalReceipt } from './jobs/withdrawal-mail.ts'
import { withdrawalExists, withdrawalPlace, withdrawalsOfOrder, withdrawalTitles } from './queries/read-withdrawals.ts'
import { withdrawalsRole } from './queries/withdrawals-role.ts'

export const returns = defineDepartment({
  name: 'returns',
  dependsOn: ['catalog', 'organisation', 'legal', 'orders', 'fulfilment', 'work'],
  permissions: ['returns:read', 'returns:write'],
  routes,
  jobs: [acknowledgeWithdrawal, tellDecision],
  settings: [withdrawalsRole],
  subscribers: {},
  refusals: [refusals],
  related: { order: [withdrawalsOfOrder] },
  recordTypes: {
    withdrawal: {
      read: 'returns:read',
      write: 'returns:write',
      exists: withdrawalExists,
      place: withdrawalPlace,
      path: (id) => `/withdrawals/${id}`,
      titles: withdrawalTitles,
    },
  },
  mails: [withdrawalReceipt, withdrawalAccepted, withdrawalRefused, withdrawalRefunded],
})
