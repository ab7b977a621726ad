import { useCallback } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { PaymentRow } from './queries.ts'

/** How it was paid, in words: a gift card by the end of its code, or the way to pay as the shop calls it. */
export function usePaidBy(): (payment: Pick<PaymentRow, 'giftCard' | 'method'>) => string {
  const t = useTranslations('payments')
  const locale = useLocale()
  return useCallback(
    ({ giftCard, method }) => {
      if (giftCard) return t('giftCard', { last4: giftCard.last4 ?? '' })
      return method ? (method.names[locale] ?? method.names['en'] ?? method.code) : t('throughProvider')
    },
    [t, locale],
  )
}
