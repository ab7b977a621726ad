import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { Todo } from './todo-queries.ts'

// i18n-dynamic: work.todos.states.*, work.todos.priorities.*
export const TODO_TONES: Readonly<Record<Todo['state'], Tone>> = {
  open: 'waiting',
  taken: 'active',
  done: 'good',
  dropped: 'neutral',
}

export function TodoStateBadge({ state }: { readonly state: Todo['state'] }) {
  const t = useTranslations('work.todos.states')
  return <StateBadge tone={TODO_TONES[state]}>{t(state)}</StateBadge>
}

const PRIORITY_TONES: Readonly<Record<Todo['priority'], Tone>> = {
  low: 'neutral',
  normal: 'neutral',
  high: 'waiting',
  urgent: 'danger',
}

export function PriorityBadge({ priority }: { readonly priority: Todo['priority'] }) {
  const t = useTranslations('work.todos.priorities')
  return <StateBadge tone={PRIORITY_TONES[priority]}>{t(priority)}</StateBadge>
}
