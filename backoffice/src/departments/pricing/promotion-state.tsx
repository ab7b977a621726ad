import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'

export const PROMOTION_TONES = {
  running: 'good',
  planned: 'waiting',
  paused: 'danger',
  ended: 'neutral',
} as const satisfies Record<string, Tone>
export type PromotionState = keyof typeof PROMOTION_TONES

// i18n-dynamic: pricing.states.*
export function PromotionStateBadge({ state }: { readonly state: string }) {
  const t = useTranslations('pricing')
  const known = state as PromotionState
  return <StateBadge tone={PROMOTION_TONES[known]}>{t(`states.${known}`)}</StateBadge>
}
