import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { OrderState } from './queries.ts'

// i18n-dynamic: orders.states.*
export const ORDER_TONES: Readonly<Record<OrderState, Tone>> = {
  awaiting_payment: 'waiting',
  paid: 'good',
  cancelled: 'danger',
  expired: 'neutral',
}

export function OrderStateBadge({ state }: { readonly state: OrderState }) {
  const t = useTranslations('orders.states')
  return <StateBadge tone={ORDER_TONES[state]}>{t(state)}</StateBadge>
}
