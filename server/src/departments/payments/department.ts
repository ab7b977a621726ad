import { defineDepartment } from '../../host/department.ts'
import { refusals } from './domain/refusals.ts'
import { methodRoutes } from './http/method-routes.ts'
import { providerRoutes } from './http/provider-routes.ts'
import { routes } from './http/routes.ts'
import { finishAuthorisation } from './jobs/finish-authorisation.ts'
import { resealProviderKeysJob } from './jobs/reseal-provider-keys.ts'
import { captureEndingHolds, sendCapture } from './jobs/send-capture.ts'
import { sendRefund } from './jobs/send-refund.ts'
import { sendTransferMail, transferMail } from './jobs/transfer-mail.ts'
import { methodExists, methodTitles } from './queries/payment-methods.ts'
import { paymentPlace } from './queries/payment-place.ts'
import { orderOfPayment, paymentExists, paymentTitles } from './queries/payment-titles.ts'
import { paymentsOfOrder } from './queries/related-payments.ts'
import { REFUND } from './use-cases/weigh-refund.ts'

export const payments = defineDepartment({
  name: 'payments',
  dependsOn: ['organisation', 'orders', 'gift-cards', 'ledger'],
  permissions: ['payments:read', 'payments:refund', 'payments:capture', 'payments:record', 'payments:write'],
  routes: [...routes, ...methodRoutes, ...providerRoutes],
  jobs: [sendTransferMail, sendRefund, sendCapture, captureEndingHolds, finishAuthorisation, resealProviderKeysJob],
  subscribers: {},
  refusals: [refusals],
  mails: [transferMail],
  acts: [REFUND],
  facts: { payment: { read: 'payments:read' } },
  related: { order: [paymentsOfOrder], payment: [orderOfPayment] },
  recordTypes: {
    payment: {
      read: 'payments:read',
      write: 'payments:refund',
      exists: paymentExists,
      place: paymentPlace,
      path: (id) => `/records/payment/${id}`,
      titles: paymentTitles,
    },
    payment_method: {
      read: 'payments:read',
      write: 'payments:write',
      keyedBy: 'code',
      exists: methodExists,
      path: (code) => `/records/payment_method/${code}`,
      titles: methodTitles,
    },
  },
})
