import { defineDepartment } from '../../host/department.ts'
import { sayDays } from '../../host/i18n/format.ts'
import { refusals } from './domain/refusals.ts'
import { disputeRoutes } from './http/dispute-routes.ts'
import { methodRoutes } from './http/method-routes.ts'
import { payoutRoutes } from './http/payout-routes.ts'
import { providerRoutes } from './http/provider-routes.ts'
import { routes } from './http/routes.ts'
import { askAboutLateJob, askAboutStrayJob, askToExplainJob } from './jobs/ask-who-keeps-books.ts'
import { askToConfirmJob, chargeMail } from './jobs/charge-mail.ts'
import { forgetMethodJob, forgetPayerJob } from './jobs/forget-methods.ts'
import { fetchPayoutsJob } from './jobs/fetch-payouts.ts'
import { askToAnswerJob } from './jobs/ask-to-answer.ts'
import { finishAuthorisation } from './jobs/finish-authorisation.ts'
import { resealProviderKeysJob } from './jobs/reseal-provider-keys.ts'
import { captureEndingHolds, sendCapture } from './jobs/send-capture.ts'
import { sendDisputeAnswer } from './jobs/send-dispute-answer.ts'
import { sendRefund } from './jobs/send-refund.ts'
import { takeReturns } from './jobs/take-returns.ts'
import { sendTransferMail, transferMail } from './jobs/transfer-mail.ts'
import { disputesRole } from './queries/disputes-role.ts'
import { disputeExists, disputePlace, disputesOfOrder, disputeTitles, orderOfDispute } from './queries/find-dispute.ts'
import { methodExists, methodTitles } from './queries/payment-methods.ts'
import { paymentPlace } from './queries/payment-place.ts'
import { orderOfPayment, paymentExists, paymentTitles } from './queries/payment-titles.ts'
import { payoutDays } from './queries/payout-days.ts'
import { payoutExists, payoutTitles } from './queries/read-payout.ts'
import { paymentsOfOrder } from './queries/related-payments.ts'
import { REFUND } from './use-cases/weigh-refund.ts'

export const payments = defineDepartment({
  name: 'payments',
  dependsOn: ['organisation', 'orders', 'gift-cards', 'ledger', 'work'],
  permissions: [
    'payments:read',
    'payments:refund',
    'payments:capture',
    'payments:charge',
    'payments:record',
    'payments:dispute',
    'payments:write',
  ],
  routes: [...routes, ...disputeRoutes, ...methodRoutes, ...providerRoutes, ...payoutRoutes],
  jobs: [
    sendTransferMail,
    takeReturns,
    sendRefund,
    sendDisputeAnswer,
    askToAnswerJob,
    sendCapture,
    captureEndingHolds,
    finishAuthorisation,
    fetchPayoutsJob,
    askToConfirmJob,
    forgetMethodJob,
    forgetPayerJob,
    askToExplainJob,
    askAboutStrayJob,
    askAboutLateJob,
    resealProviderKeysJob,
  ],
  subscribers: { 'order.cancelled.v1': ['take-debit-returns'] },
  refusals: [refusals],
  mails: [transferMail, chargeMail],
  acts: [REFUND],
  facts: { payment: { read: 'payments:read' } },
  settings: [disputesRole, payoutDays],
  related: { dispute: [orderOfDispute], order: [paymentsOfOrder, disputesOfOrder], payment: [orderOfPayment] },
  recordTypes: {
    payment: {
      read: 'payments:read',
      write: 'payments:refund',
      exists: paymentExists,
      place: paymentPlace,
      path: (id) => `/records/payment/${id}`,
      titles: paymentTitles,
    },
    payout: {
      read: 'payments:read',
      write: 'payments:record',
      exists: payoutExists,
      path: (id) => `/payouts/${id}`,
      titles: payoutTitles,
    },
    dispute: {
      read: 'payments:read',
      write: 'payments:dispute',
      exists: disputeExists,
      place: disputePlace,
      path: (id) => `/disputes/${id}`,
      titles: disputeTitles,
      sayTitle: sayDays,
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
