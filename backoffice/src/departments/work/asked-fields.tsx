import { useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import { FormField } from '../../ui/form/record-form.tsx'
import type { RecordFormState } from '../../ui/form/use-record-form.ts'
import { AssigneeSelect } from './assignee-select.tsx'
import { assigneeIn, assigneeValue } from './asked-values.ts'

/** What is asked of whom, once or again and again: fields that forms of both have. A to-do that stands has its checklist on its page. */
export function useAskedFields({ checklist }: { readonly checklist: boolean }): Field[] {
  const t = useTranslations('work.todos.fields')
  const lines: Field = {
    kind: 'text',
    name: 'checklist',
    label: t('checklist'),
    hint: t('checklistHint'),
    lines: 3,
    optional: true,
  }
  return [
    { kind: 'text', name: 'title', label: t('title'), maxLength: 200 },
    { kind: 'own', name: 'assignee', label: t('assignee'), say: (value) => assigneeIn(value)?.name ?? '' },
    { kind: 'text', name: 'note', label: t('note'), maxLength: 4000, lines: 3, optional: true },
    ...(checklist ? [lines] : []),
  ]
}

export function WhatAndWho({ form }: { readonly form: RecordFormState }) {
  const t = useTranslations('work.todos.fields')
  return (
    <>
      <FormField form={form} name="title" />
      <div data-field="assignee">
        <AssigneeSelect
          label={t('assignee')}
          description={t('assigneeHint')}
          value={assigneeIn(form.values['assignee'])}
          error={form.errorOf('assignee')}
          onChange={(chosen) => form.set('assignee', assigneeValue(chosen))}
        />
      </div>
    </>
  )
}
