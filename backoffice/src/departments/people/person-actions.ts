import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { RecordAction } from '../../ui/record-header.tsx'
import { renewActivation, type Person } from './queries.ts'

export type Asking =
  | 'change_profile'
  | 'change_roles'
  | 'change_access'
  | 'end_access'
  | 'suspend'
  | 'resume'
  | 'end'
  | 'reset_second_factor'

/** Stands with the devices, not in the head of the page. */
const ELSEWHERE = 'end_sessions'

// i18n-dynamic: people.actions.*
/** What the house would let the reader do to this person, and why not the rest; who may change nobody sees none of it. */
export function usePersonActions(
  person: Person | undefined,
  ask: (what: Asking) => void,
  showLink: (path: string) => void,
): RecordAction[] {
  const t = useTranslations('people.actions')
  const renewing = useMutation({ mutationFn: renewActivation, onSuccess: (made) => showLink(made.activationPath) })
  if (!person) return []
  const offered = person.allowedActions.filter(
    ({ action, reason }) => action !== ELSEWHERE && reason?.code !== 'host.not_allowed',
  )
  return offered.map(({ action, reason }) => ({
    key: action,
    label: t(action === 'issue_link' && person.activated ? 'new_password' : (action as Asking | 'issue_link')),
    refusal: reason?.message,
    danger: action === 'end' || action === 'end_access',
    onClick: () => (action === 'issue_link' ? renewing.mutate(person.id) : ask(action as Asking)),
  }))
}

export const refusalOf = (person: Person, action: string): string | undefined =>
  person.allowedActions.find((one) => one.action === action)?.reason?.message
