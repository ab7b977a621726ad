import type { MethodKind } from './method.ts'
import type { Payment } from './payment.ts'

/**
 * A gift card that pays a part of an order stands among its payments under this name instead of a provider's, and the buyer's store
 * credit under the other. No stranger is asked about them: the shop itself owes that money, so what happens to it happens in the
 * transaction that wants it.
 */
export const GIFT_CARD = 'gift_card'
export const STORE_CREDIT = 'store_credit'

/** What stands among the payments and is none: neither waited for nor asked of anybody. */
export const TENDERS: readonly string[] = [GIFT_CARD, STORE_CREDIT]

export const isTender = ({ provider }: Pick<Payment, 'provider'>): boolean => TENDERS.includes(provider)

const OWN: ReadonlySet<string> = new Set<MethodKind | typeof GIFT_CARD | typeof STORE_CREDIT>([
  GIFT_CARD,
  STORE_CREDIT,
  'bank_transfer',
  'cash_on_delivery',
  'sepa_debit',
])

/** What no stranger is asked about: gift cards, transfers, direct debits, what is paid at the door. Only we know what became of it. */
export const OWN_PROVIDERS: readonly string[] = [...OWN]

export const isAsked = ({ provider }: { readonly provider: string }): boolean => !OWN.has(provider)

/** What gift cards pay of an order, or have promised to; what is given back later is still what they paid. */
export function covered(payments: readonly Payment[]): bigint {
  return payments.filter(isTender).reduce((all, { authorised, released }) => all + authorised - released, 0n)
}
