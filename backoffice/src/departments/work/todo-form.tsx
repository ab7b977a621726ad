import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useAskedFields, WhatAndWho } from './asked-fields.tsx'
import { todoDetail, type Todo } from './todo-queries.ts'
import { todoValues } from './todo-values.ts'
import styles from './todo.module.css'

interface TodoFormProps {
  readonly start?: Todo
  readonly about?: ReactNode
  readonly submit: string
  readonly save: (sent: Sent) => Promise<unknown>
  readonly onSaved: () => void
  readonly onBack: () => void
}

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const

// i18n-dynamic: work.todos.priorities.*
export function TodoForm({ start, about, submit, save, onSaved, onBack }: TodoFormProps) {
  const t = useTranslations('work.todos')
  const locale = useLocale()
  const client = useQueryClient()
  const asked = useAskedFields({ checklist: !start })
  const fields: Field[] = [
    ...asked,
    { kind: 'date', name: 'dueOn', label: t('fields.dueOn'), optional: true },
    { kind: 'own', name: 'dueTime', label: t('fields.dueTime'), optional: true, say: String },
    {
      kind: 'choice',
      name: 'priority',
      label: t('fields.priority'),
      options: PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) })),
    },
  ]
  const reread = async (id: string) => {
    const changedBy = lastChanges(client, { department: 'work', type: 'todo', id }, locale)
    const latest = await client.fetchQuery({ ...todoDetail(id, locale), staleTime: 0 })
    return { ...loadedOf(fields, todoValues(latest), latest.version), changedBy: await changedBy }
  }
  const form = useRecordForm({
    fields,
    initial: todoValues(start),
    version: start?.version,
    save,
    ...(start ? { reread: () => reread(start.id) } : {}),
    onSaved,
  })
  const dueOn = form.values['dueOn']
  return (
    <FormSheet form={form} submit={submit} onCancel={onBack}>
      {about}
      <WhatAndWho form={form} />
      <div className={styles.pair}>
        <FormField form={form} name="dueOn" />
        <div data-field="dueTime">
          <TextInput
            type="time"
            name="dueTime"
            label={t('fields.dueTime')}
            value={String(form.values['dueTime'] ?? '')}
            disabled={dueOn === undefined || dueOn === null || dueOn === ''}
            error={form.errorOf('dueTime')}
            onChange={(change) => form.set('dueTime', change.currentTarget.value)}
          />
        </div>
      </div>
      <FormField form={form} name="priority" />
      <FormField form={form} name="note" />
      {!start && <FormField form={form} name="checklist" />}
    </FormSheet>
  )
}
