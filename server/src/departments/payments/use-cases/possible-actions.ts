import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { refusalToRefund } from '../domain/decide-refund.ts'
import { refusals } from '../domain/refusals.ts'
import type { PaymentView } from '../queries/read-payments.ts'

/** What staff could do to a payment now, by the rules that decide about it. */
export function possibleActions({ refundable, held }: Pick<PaymentView, 'refundable' | 'held'>): PossibleAction[] {
  return [
    { action: 'refund', permission: 'payments:refund', refusal: refusalToRefund(BigInt(refundable.amount)) },
    {
      action: 'capture',
      permission: 'payments:capture',
      refusal: held.amount > 0 ? null : refusals.nothing_to_capture().refusal,
    },
  ]
}
