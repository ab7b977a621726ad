import { defineDepartment } from '../../host/department.ts'
import { reconcileDisputesJob, settleDisputeJob } from './jobs/dispute-jobs.ts'
import { creditSaleJob, creditSalesJob } from './credit-sale.ts'
import { processProviderEvent, reconcileJob, settleJob } from './jobs/jobs.ts'

export const settlePaymentFlow = defineDepartment({
  name: 'settle-payment',
  dependsOn: ['catalog', 'orders', 'payments', 'inventory', 'gift-cards', 'ledger', 'fulfilment'],
  permissions: [],
  routes: [],
  jobs: [
    settleJob,
    processProviderEvent,
    reconcileJob,
    settleDisputeJob,
    reconcileDisputesJob,
    creditSaleJob,
    creditSalesJob,
  ],
  subscribers: { 'payment.refunded.v1': ['credit-sale'] },
  refusals: [],
})
