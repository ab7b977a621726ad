export type { Payment, PaymentId, PaymentState, ReviewReason } from './domain/payment.ts'
export type { PaymentProvider, ProviderAnswer, ProviderPayment, ProviderSession } from './domain/provider.ts'
export { refusals as paymentRefusals } from './domain/refusals.ts'
export { paymentSchema } from './http/schemas.ts'
export { failedPayments } from './queries/failed-payments.ts'
export { findAttempt } from './queries/find-attempt.ts'
export {
  findPaymentAddress,
  findPaymentOfOrder,
  findScan,
  listDifferingReferences,
  listUnsettled,
} from './queries/find-payment.ts'
export type { PaymentAddress } from './queries/find-payment.ts'
export { listForgottenRefunds } from './queries/find-refund.ts'
export { listWhollyRefunded } from './queries/wholly-refunded.ts'
export { findWebhook } from './queries/find-webhook.ts'
export { listPaymentsOf } from './queries/read-payments.ts'
export type { PaymentView } from './queries/read-payments.ts'
export { closePayment, lockOrderPayments, lockPayments } from './use-cases/lock-payments.ts'
export { openPayment } from './use-cases/open-payment.ts'
export type { PaymentToOpen } from './use-cases/open-payment.ts'
export { hasPaymentProvider } from './use-cases/has-payment-provider.ts'
export { providerOf } from './use-cases/provider-of.ts'
export type { PaymentProviders } from './use-cases/provider-of.ts'
export { buryWebhook, finishWebhook, isLastTry } from './use-cases/receive-webhook.ts'
export { recordScan } from './use-cases/record-scan.ts'
export { recordTruth } from './use-cases/record-truth.ts'
export { resendRefund } from './use-cases/resend-refund.ts'
export { recordSession, sessionKey, takeAttempt } from './use-cases/take-attempt.ts'
export type { Attempt, TakenAttempt } from './use-cases/take-attempt.ts'
export { giveBack } from './use-cases/want-refund.ts'
export { weighGivingBack } from './use-cases/weigh-refund.ts'
