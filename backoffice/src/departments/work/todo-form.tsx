import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Problem } from '../../client/problem.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { FormError } from '../../ui/form-error.tsx'
import { AssigneeSelect } from './assignee-select.tsx'
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
  const words = useTranslations('ui.dialog')
  const [title, setTitle] = useState(start?.title ?? '')
  const [note, setNote] = useState(start?.note ?? '')
  const [assignee, setAssignee] = useState<Assignee | undefined>(start && assigneeOf(start))
  const [priority, setPriority] = useState<Todo['priority']>(start?.priority ?? 'normal')
  const [dueOn, setDueOn] = useState<string | Unread | undefined>(start?.dueOn ?? undefined)
  const [dueTime, setDueTime] = useState(start?.dueTime ?? '')
  const [checklist, setChecklist] = useState('')
  const field = error instanceof Problem ? error.body.field : undefined
  const at = (name: string) => (field === name && error instanceof Problem ? error.body.title : undefined)
  const ready = title.trim() !== '' && assignee !== undefined && !isUnread(dueOn)
  const send = () => {
    if (!ready || !assignee || isUnread(dueOn)) return
    onSubmit({
      title: title.trim(),
      note,
      assignee: { kind: assignee.kind, id: assignee.id, name: assignee.name },
      priority,
      dueOn: dueOn ?? null,
      dueTime: dueOn && dueTime !== '' ? dueTime : null,
      checklist: checklist
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    })
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
      <TextInput
        label={t('fields.title')}
        data-autofocus
        maxLength={200}
        value={title}
        error={at('title')}
        onChange={(change) => setTitle(change.currentTarget.value)}
      />
      <AssigneeSelect
        label={t('fields.assignee')}
        description={t('fields.assigneeHint')}
        value={assignee}
        error={at('assignee')}
        onChange={setAssignee}
      />
      <div className={styles.pair}>
        <DayInput name="dueOn" label={t('fields.dueOn')} value={dueOn} error={at('dueOn')} onChange={setDueOn} />
        <TextInput
          type="time"
          label={t('fields.dueTime')}
          value={dueTime}
          disabled={dueOn === undefined || dueOn === ''}
          error={at('dueTime')}
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
      <Textarea
        label={t('fields.note')}
        autosize
        minRows={3}
        maxLength={4000}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {!start && (
        <Textarea
          label={t('fields.checklist')}
          description={t('fields.checklistHint')}
          autosize
          minRows={2}
          value={checklist}
          onChange={(change) => setChecklist(change.currentTarget.value)}
        />
      )}
      <FormError error={error} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack}>
          {words('back')}
        </Button>
        <Button type="submit" loading={busy} disabled={!ready}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

const assigneeOf = ({ assignee: { kind, id, name } }: Todo): Assignee | undefined =>
  kind === 'may' ? undefined : { kind, id, name }
