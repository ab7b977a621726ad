import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { PaymentRow } from './queries.ts'

/** What the shop owes the buyer by name pays under this name instead of a provider's. */
export const STORE_CREDIT = 'store_credit'

/** How it was paid, in words: a gift card by the end of its code, or the way to pay as the shop calls it. */
export function usePaidBy(): (payment: Pick<PaymentRow, 'giftCard' | 'method' | 'provider'>) => string {
  const t = useTranslations('payments')
  const locale = useLocale()
  return useCallback(
    ({ giftCard, method, provider }) => {
      if (provider === STORE_CREDIT) return t('storeCredit')
      if (giftCard) return t('giftCard', { last4: giftCard.last4 ?? '' })
      return method ? (method.names[locale] ?? method.names['en'] ?? method.code) : t('throughProvider')
    },
    [t, locale],
  )
}
