import { useTranslations } from 'use-intl'

/** What the house itself gives back for; people write sentences of their own. */
const OWN = ['order_amended', 'order_cancelled', 'order_expired', 'surplus', 'no_living_order'] as const

// i18n-dynamic: payments.refund.reasons.*
export function useRefundReason(): (reason: string) => string {
  const t = useTranslations('payments.refund.reasons')
  return (reason) => {
    const own = OWN.find((one) => one === reason)
    return own ? t(own) : reason
  }
}
