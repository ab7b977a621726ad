import type { Payment } from './payment.ts'

/**
 * A gift card that pays a part of an order stands among its payments under this name instead of a provider's. No stranger is asked
 * about it: the shop itself holds that money, so what happens to it happens in the transaction that wants it.
 */
export const GIFT_CARD = 'gift_card'

export const isTender = ({ provider }: Pick<Payment, 'provider'>): boolean => provider === GIFT_CARD

/** What gift cards pay of an order, or have promised to; what is given back later is still what they paid. */
export function covered(payments: readonly Payment[]): bigint {
  return payments.filter(isTender).reduce((all, { authorised, released }) => all + authorised - released, 0n)
}
