import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { PayoutRow } from './payout-queries.ts'

// i18n-dynamic: payments.payouts.states.*
const TONES: Readonly<Record<PayoutRow['state'], Tone>> = {
  pending: 'waiting',
  in_transit: 'active',
  paid: 'neutral',
  failed: 'danger',
  cancelled: 'danger',
}

type Shown = Pick<PayoutRow, 'state' | 'arrivedOn'>

/** Seen at the bank counts more than what the provider says of it. */
export function payoutStateOf({ state, arrivedOn }: Shown) {
  return arrivedOn === null ? { tone: TONES[state], key: state } : { tone: 'good' as const, key: 'arrived' as const }
}

export function PayoutStateBadge({ payout }: { readonly payout: Shown }) {
  const t = useTranslations('payments.payouts.states')
  const { tone, key } = payoutStateOf(payout)
  return <StateBadge tone={tone}>{t(key)}</StateBadge>
}
