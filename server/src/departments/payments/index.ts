export type { Payment, PaymentId, PaymentState, ReviewReason } from './domain/payment.ts'
export { clearedBy } from './domain/method.ts'
export type { MethodKind, PaymentMethod, Purchase } from './domain/method.ts'
export { addBankingDays } from './domain/banking-days.ts'
export type { DebitTerms } from './domain/debit-terms.ts'
export { covered, GIFT_CARD, isAsked, isTender, STORE_CREDIT } from './domain/tender.ts'
export type { PaymentProvider, ProviderAnswer, ProviderPayment, ProviderSession } from './domain/provider.ts'
export { refusals as paymentRefusals } from './domain/refusals.ts'
export { evidenceTextsSchema, paymentSchema } from './http/schemas.ts'
export { placeOfPaidOrder } from './queries/payment-place.ts'
export { failedPayments } from './queries/failed-payments.ts'
export { findAttempt } from './queries/find-attempt.ts'
export {
  findPaymentAddress,
  findPaymentOfOrder,
  findScan,
  listDifferingReferences,
  listPaymentsOfBalance,
  listUnsettled,
  readKnownPayment,
} from './queries/find-payment.ts'
export type { PaymentAddress } from './queries/find-payment.ts'
export { listForgottenRefunds } from './queries/find-refund.ts'
export { listWhollyRefunded } from './queries/wholly-refunded.ts'
export { findWebhook } from './queries/find-webhook.ts'
export { listPaymentsOf } from './queries/read-payments.ts'
export type { PaymentView } from './queries/read-payments.ts'
export { captureForShipments } from './use-cases/capture-held.ts'
export { closePayment, lockOrderPayments } from './use-cases/lock-payments.ts'
export { openPayment } from './use-cases/open-payment.ts'
export type { PaymentToOpen } from './use-cases/open-payment.ts'
export { hasPaymentProvider, listProviders, providerOf } from './use-cases/provider-of.ts'
export type { PaymentProviders } from './use-cases/provider-of.ts'
export { buryWebhook, finishWebhook, isLastTry } from './use-cases/receive-webhook.ts'
export { recordScan } from './use-cases/record-scan.ts'
export { recordTruth } from './use-cases/record-truth.ts'
export { resendRefund } from './use-cases/resend-refund.ts'
export { findTransfer, transferOf } from './queries/find-transfer.ts'
export type { TransferDetails } from './queries/find-transfer.ts'
export { inFours, ownPartOf } from './domain/creditor-reference.ts'
export { findOwnAccount, listOwnAccounts } from './queries/payment-methods.ts'
export { recordRefundsHandedOver } from './use-cases/record-refund-sent.ts'
export { findDebitTerms } from './queries/payment-methods.ts'
export { endDebitReturn, makeReturnGood, recordDebitTakenBack } from './use-cases/returned-debit.ts'
export { askWhoKeepsBooks } from './use-cases/ask-who-keeps-books.ts'
export { listAwaited } from './queries/awaited-transfers.ts'
export { listRefundsToTransfer } from './queries/refunds-to-transfer.ts'
export { recordRefundPaid } from './use-cases/record-refund-paid.ts'
export { recordReceipt } from './use-cases/record-receipt.ts'
export type { Receipt } from './domain/receipt.ts'
export { isByHand } from './domain/receipt.ts'
export { chooseMethod, offeredMethods } from './use-cases/choose-method.ts'
export { putPaymentMethod } from './use-cases/put-payment-method.ts'
export { openTenders, takeTenders } from './use-cases/tender.ts'
export {
  chargeKey,
  recordCharge,
  recordPayer,
  recordSession,
  sessionKey,
  takeAttempt,
  takeCharge,
} from './use-cases/take-attempt.ts'
export type { Attempt, ChargeToTake, Keeping, TakenAttempt } from './use-cases/take-attempt.ts'
export { DECLINES, declineOf, KEY_HOLDS_MS } from './domain/kept-method.ts'
export type { Decline } from './domain/kept-method.ts'
export { listLaterCharges, listPayers, listSavedMethods } from './queries/saved-methods.ts'
export type { LaterCharge, SavedMethod } from './queries/saved-methods.ts'
export { forgetMethodsOf, preferSavedMethod, removeSavedMethod } from './use-cases/saved-methods.ts'
export { listRefundsDone } from './queries/refunds-done.ts'
export { stillToCome } from './domain/still-to-come.ts'
export {
  closeBalancePayments,
  openBalanceByHand,
  openBalanceOnline,
  waysOfBalance,
} from './use-cases/balance-payments.ts'
export type { BalanceToPay, WaysOfBalance } from './use-cases/balance-payments.ts'
export { expectOther } from './use-cases/expect-other.ts'
export { giveBackShare } from './use-cases/give-back-share.ts'
export { giveBack, wantRefund } from './use-cases/want-refund.ts'
export { weighGivingBack } from './use-cases/weigh-refund.ts'
export type { ProviderDispute } from './domain/dispute.ts'
export { MOST_EVIDENCE_CHARACTERS } from './domain/evidence.ts'
export type { EvidenceText, EvidenceTexts } from './domain/evidence.ts'
export { disputePlace, findPaymentNamed, listUnknownDisputes, listUnseenDisputes } from './queries/find-dispute.ts'
export { getDispute } from './queries/read-dispute.ts'
export type { DisputeView } from './queries/read-dispute.ts'
export { acceptDispute, sendEvidence } from './use-cases/answer-dispute.ts'
export { recordDisputeOf } from './use-cases/settle-dispute.ts'
export { fetchPayouts } from './use-cases/fetch-payouts.ts'
export { findPayoutOfBankLine, recordPayoutArrival, type KnownPayout } from './use-cases/record-payout-arrival.ts'
export type { BankLine } from './use-cases/record-payout-arrival.ts'
export { listStrays } from './queries/find-strays.ts'
export { recordStray } from './use-cases/record-stray.ts'
