import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { routes } from './http/routes.ts'
import { finishAuthorisation } from './jobs/finish-authorisation.ts'
import { sendRefund } from './jobs/send-refund.ts'
import { paymentsOfOrder } from './queries/related-payments.ts'
import { REFUND } from './use-cases/weigh-refund.ts'

export const payments = defineDepartment({
  name: 'payments',
  dependsOn: ['orders', 'ledger'],
  permissions: ['payments:read', 'payments:refund'],
  routes,
  jobs: [sendRefund, finishAuthorisation],
  subscribers: {},
  refusals: [refusals],
  acts: [REFUND],
  facts: { payment: { read: 'payments:read' } },
  related: { order: [paymentsOfOrder] },
})
