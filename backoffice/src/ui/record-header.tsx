import type { ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import { PageHeader } from './page-header.tsx'
import { RecordPresence } from './record/record-presence.tsx'
import type { PresentAt } from './record/use-presence.ts'
import { StateBadge, type Tone } from './state-badge.tsx'
import { useActions } from './use-actions.ts'

/** What the server says may be done, in the reader's words. */
export interface RecordAction {
  readonly key: string
  readonly label: string
  readonly refusal?: string | undefined
  readonly danger?: boolean
  /** What the page is opened for; one at most. */
  readonly primary?: boolean
  readonly onClick: () => void
}

interface RecordHeaderProps {
  readonly title: string
  readonly state?: { readonly tone: Tone; readonly label: string }
  readonly subtitle?: ReactNode
  readonly back: { readonly to: string; readonly label: string }
  readonly actions?: readonly RecordAction[]
  /** Shows who else has it open. */
  readonly record?: PresentAt
}

export function RecordHeader({ title, state, subtitle, back, actions = [], record }: RecordHeaderProps) {
  useActions(actions.map(({ key, label, refusal, onClick }) => ({ id: `record:${key}`, label, refusal, run: onClick })))
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      back={back}
      aside={record && <RecordPresence key={`${record.type} ${record.id}`} record={record} />}
      mark={state && <StateBadge tone={state.tone}>{state.label}</StateBadge>}
      actions={actions.map(({ key, label, refusal, danger, primary, onClick }) => (
        <ActionButton
          key={key}
          variant={primary ? 'filled' : 'default'}
          refusal={refusal}
          onClick={onClick}
          {...(danger && !refusal ? { c: 'var(--mantine-color-error)' } : {})}
        >
          {label}
        </ActionButton>
      ))}
    />
  )
}
