import { refundable, type Payment } from './payment.ts'
import { isTender } from './tender.ts'

export interface ShareOfRefund<P> {
  readonly payment: P
  readonly amount: bigint
}

/**
 * From which payments of an order so much goes back: onto gift cards first, since a card that is not money must not become money, then to
 * providers, each no more than it holds. Less than was asked where no more is left.
 */
export function sharesOfRefund<
  P extends Pick<Payment, 'provider' | 'captured' | 'refunded' | 'refunds' | 'disputed' | 'surplus'>,
>(payments: readonly P[], amount: bigint): ShareOfRefund<P>[] {
  const own = payments.filter(({ surplus }) => !surplus)
  const inTurn = [...own.filter(isTender), ...own.filter((payment) => !isTender(payment))]
  let left = amount
  return inTurn.flatMap((payment) => {
    const most = refundable(payment)
    const share = most < left ? most : left
    if (share <= 0n) return []
    left -= share
    return [{ payment, amount: share }]
  })
}
