import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Field, Values } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useAskedFields, WhatAndWho } from './asked-fields.tsx'
import { assigneeIn } from './asked-values.ts'
import { recurrenceDetail, saveRecurrence, type Recurrence, type RecurrenceRule } from './recurrence-queries.ts'
import { recurrenceOf, recurrenceValues, ruleIn, timeIn } from './recurrence-values.ts'
import { useRecurrenceSentence, useWeekdays } from './use-recurrence-sentence.ts'
import styles from './recurrence.module.css'

const EVERY = ['day', 'week', 'month', 'last_working_day'] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const LAST_DAY = 31

interface RecurrenceFormProps {
  readonly record: Recurrence | undefined
  readonly today: string
  readonly onSaved: () => void
  readonly onCancel: () => void
}

// i18n-dynamic: work.recurring.every.*
/** What comes again, said back as one sentence while it is put together. */
export function RecurrenceForm({ record, today, onSaved, onCancel }: RecurrenceFormProps) {
  const t = useTranslations('work.recurring')
  const words = useTranslations('work.todos.fields')
  const sentenceOf = useRecurrenceSentence()
  const locale = useLocale()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const asked = useAskedFields({ checklist: true })
  const saidOf = (values: Values) => {
    const who = assigneeIn(values['assignee'])?.name ?? ''
    return sentenceOf({ title: String(values['title']), rule: ruleIn(values['rule']), dueTime: timeIn(values), who })
  }
  const fields: Field[] = [
    ...asked,
    { kind: 'own', name: 'rule', label: t('comes'), say: (rule) => saidOf({ ...form.values, rule }) },
    { kind: 'own', name: 'dueTime', label: words('dueTime'), say: String },
    { kind: 'date', name: 'startsOn', label: t('startsOn') },
    { kind: 'date', name: 'endsOn', label: t('endsOn'), optional: true },
  ]
  const form = useRecordForm({
    fields,
    initial: recurrenceValues(record, today),
    version: record?.version,
    save: ({ values, version }) =>
      saveRecurrence(
        record && { id: record.id, version: version ?? record.version },
        recurrenceOf(values, record?.priority),
        key,
      ),
    ...(record ? { reread: () => reread(record.id) } : {}),
    onSaved,
  })
  const reread = async (id: string) => {
    const changedBy = lastChanges(client, { department: 'work', type: 'recurrence', id }, locale)
    const latest = await client.fetchQuery({ ...recurrenceDetail(id, locale), staleTime: 0 })
    return { ...loadedOf(fields, recurrenceValues(latest, today), latest.version), changedBy: await changedBy }
  }
  const { values } = form
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onCancel}>
      <p className={styles.sentence} aria-live="polite">
        {saidOf(values)}
      </p>
      <WhatAndWho form={form} />
      <RuleFields
        rule={ruleIn(values['rule'])}
        error={form.errorOf('rule')}
        onChange={(rule) => form.set('rule', [rule])}
      />
      <div data-field="dueTime">
        <TextInput
          type="time"
          name="dueTime"
          label={words('dueTime')}
          value={timeIn(values)}
          error={form.errorOf('dueTime')}
          onChange={(change) => form.set('dueTime', change.currentTarget.value)}
        />
      </div>
      <div className={styles.pair}>
        <FormField form={form} name="startsOn" />
        <FormField form={form} name="endsOn" />
      </div>
      <FormField form={form} name="note" />
      <FormField form={form} name="checklist" />
    </FormSheet>
  )
}

interface RuleFieldsProps {
  readonly rule: RecurrenceRule
  readonly error: string | undefined
  readonly onChange: (rule: RecurrenceRule) => void
}

function RuleFields({ rule, error, onChange }: RuleFieldsProps) {
  const t = useTranslations('work.recurring')
  const weekday = useWeekdays()
  return (
    <>
      <Select
        label={t('comes')}
        allowDeselect={false}
        data={EVERY.map((value) => ({ value, label: t(`every.${value}`) }))}
        value={rule.every}
        onChange={(every) => onChange(ruleOf(every))}
      />
      {rule.every === 'week' && (
        <Checkbox.Group
          label={t('weekdays')}
          error={error}
          value={rule.weekdays.map(String)}
          onChange={(chosen) => onChange({ every: 'week', weekdays: chosen.map(Number).toSorted((a, b) => a - b) })}
        >
          <div className={styles.weekdays}>
            {WEEKDAYS.map((day) => (
              <Checkbox key={day} value={String(day)} label={weekday(day)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {rule.every === 'month' && (
        <NumberInput
          label={t('dayOfMonth')}
          description={t('dayOfMonthHint')}
          min={1}
          max={LAST_DAY}
          allowDecimal={false}
          clampBehavior="strict"
          value={rule.day}
          onChange={(day) => onChange({ every: 'month', day: typeof day === 'number' ? day : 1 })}
        />
      )}
      {rule.every === 'last_working_day' && <p className="dimmed">{t('lastWorkingDayHint')}</p>}
    </>
  )
}

function ruleOf(every: string | null): RecurrenceRule {
  if (every === 'week') return { every, weekdays: [1] }
  if (every === 'month') return { every, day: LAST_DAY }
  return { every: every === 'day' ? 'day' : 'last_working_day' }
}
