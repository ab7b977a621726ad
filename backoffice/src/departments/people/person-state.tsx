import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { Staff } from './queries.ts'

type State = Staff['state']

export const STATE_TONES: Readonly<Record<State, Tone>> = {
  active: 'good',
  invited: 'waiting',
  not_begun: 'waiting',
  over: 'danger',
  suspended: 'danger',
  left: 'neutral',
}

// i18n-dynamic: people.state.*
export function PersonStateBadge({ state }: { readonly state: State }) {
  const t = useTranslations('people.state')
  return <StateBadge tone={STATE_TONES[state]}>{t(state)}</StateBadge>
}
