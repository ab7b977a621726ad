import { Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { askedOf, NoteAndChecklist, saidOf, SendOrBack, useAsked, WhatAndWho } from './asked-fields.tsx'
import type { Assignee, Todo } from './todo-queries.ts'
import styles from './todo.module.css'

export interface TodoDraft {
  readonly title: string
  readonly note: string
  readonly assignee: Assignee
  readonly priority: Todo['priority']
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly checklist: string[]
}

interface TodoFormProps {
  readonly start?: Todo
  readonly about?: ReactNode
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (draft: TodoDraft) => void
  readonly onBack: () => void
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const

// i18n-dynamic: work.todos.priorities.*
export function TodoForm({ start, about, submit, busy, error, onSubmit, onBack }: TodoFormProps) {
  const t = useTranslations('work.todos')
  const asked = useAsked(start)
  const [priority, setPriority] = useState<Todo['priority']>(start?.priority ?? 'normal')
  const [dueOn, setDueOn] = useState<string | Unread | undefined>(start?.dueOn ?? undefined)
  const [dueTime, setDueTime] = useState(start?.dueTime ?? '')
  const whole = askedOf(asked)
  const send = () => {
    if (!whole || isUnread(dueOn)) return
    onSubmit({ ...whole, priority, dueOn: dueOn ?? null, dueTime: dueOn && dueTime !== '' ? dueTime : null })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {about}
      <WhatAndWho asked={asked} error={error} />
      <div className={styles.pair}>
        <DayInput
          name="dueOn"
          label={t('fields.dueOn')}
          value={dueOn}
          error={saidOf(error, 'dueOn')}
          onChange={setDueOn}
        />
        <TextInput
          type="time"
          label={t('fields.dueTime')}
          value={dueTime}
          disabled={dueOn === undefined || dueOn === ''}
          error={saidOf(error, 'dueTime')}
          onChange={(change) => setDueTime(change.currentTarget.value)}
        />
      </div>
      <Select
        label={t('fields.priority')}
        allowDeselect={false}
        data={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
        value={priority}
        onChange={(value) => setPriority(PRIORITIES.find((one) => one === value) ?? 'normal')}
      />
      <NoteAndChecklist asked={asked} checklist={!start} />
      <SendOrBack
        submit={submit}
        busy={busy}
        ready={whole !== undefined && !isUnread(dueOn)}
        error={error}
        onBack={onBack}
      />
    </form>
  )
}
