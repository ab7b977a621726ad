import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { refusalToRefund } from '../domain/decide-refund.ts'
import { refusalToRecord } from '../domain/receipt.ts'
import { refusals } from '../domain/refusals.ts'
import type { PaymentView } from '../queries/read-payments.ts'

type Acted = Pick<PaymentView, 'refundable' | 'held' | 'provider'>

/** What staff could do to a payment now, by the rules that decide about it. */
export function possibleActions({ refundable, held, provider }: Acted): PossibleAction[] {
  return [
    { action: 'refund', permission: 'payments:refund', refusal: refusalToRefund(BigInt(refundable.amount)) },
    {
      action: 'capture',
      permission: 'payments:capture',
      refusal: held.amount > 0 ? null : refusals.nothing_to_capture().refusal,
    },
    { action: 'record', permission: 'payments:record', refusal: refusalToRecord({ provider })?.refusal ?? null },
  ]
}
