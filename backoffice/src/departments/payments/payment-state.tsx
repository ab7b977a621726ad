import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { Payment } from './queries.ts'

// i18n-dynamic: payments.states.*
const TONES: Readonly<Record<Payment['state'], Tone>> = {
  open: 'waiting',
  authorised: 'active',
  captured: 'good',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  voided: 'neutral',
  closed: 'neutral',
}

export function PaymentStateBadge({ state }: { readonly state: Payment['state'] }) {
  const t = useTranslations('payments.states')
  return <StateBadge tone={TONES[state]}>{t(state)}</StateBadge>
}
