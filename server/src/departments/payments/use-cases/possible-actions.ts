import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { refusalToRefund } from '../domain/decide-refund.ts'
import type { PaymentView } from '../queries/read-payments.ts'

/** What staff could do to a payment now, by the rule that decides about it. */
export function possibleActions({ refundable }: Pick<PaymentView, 'refundable'>): PossibleAction[] {
  return [{ action: 'refund', permission: 'payments:refund', refusal: refusalToRefund(BigInt(refundable.amount)) }]
}
