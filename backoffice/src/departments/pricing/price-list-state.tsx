import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'

export const PRICE_LIST_TONES = {
  draft: 'neutral',
  planned: 'waiting',
  running: 'good',
  ended: 'neutral',
} as const satisfies Record<string, Tone>
export type PriceListState = keyof typeof PRICE_LIST_TONES

// i18n-dynamic: pricing.lists.states.*
export function PriceListStateBadge({ state }: { readonly state: string }) {
  const t = useTranslations('pricing.lists')
  const known = state as PriceListState
  return <StateBadge tone={PRICE_LIST_TONES[known]}>{t(`states.${known}`)}</StateBadge>
}
