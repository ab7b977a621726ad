import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { OrderRow, OrderState } from './queries.ts'

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

type Dispatch = NonNullable<OrderRow['dispatch']>

// i18n-dynamic: orders.dispatchStates.*
const DISPATCH_TONES: Readonly<Record<Dispatch, Tone>> = {
  to_ship: 'waiting',
  partly: 'active',
  shipped: 'active',
  delivered: 'good',
}

/** How far its goods are on their way. */
export function DispatchBadge({ dispatch }: { readonly dispatch: Dispatch }) {
  const t = useTranslations('orders.dispatchStates')
  return <StateBadge tone={DISPATCH_TONES[dispatch]}>{t(dispatch)}</StateBadge>
}
