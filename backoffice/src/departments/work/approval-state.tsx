import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { ApprovalState } from './approval-queries.ts'

export const TONE_OF_APPROVAL: Readonly<Record<ApprovalState, Tone>> = {
  pending: 'waiting',
  approved: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
  failed: 'danger',
}

// i18n-dynamic: work.approvals.state.*
export function ApprovalStateBadge({ state }: { readonly state: ApprovalState }) {
  const t = useTranslations('work.approvals.state')
  return <StateBadge tone={TONE_OF_APPROVAL[state]}>{t(state)}</StateBadge>
}
