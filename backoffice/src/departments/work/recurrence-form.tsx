import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { askedOf, NoteAndChecklist, saidOf, SendOrBack, useAsked, WhatAndWho } from './asked-fields.tsx'
import { saveRecurrence, type Recurrence, type RecurrenceRule } from './recurrence-queries.ts'
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
  const fields = useTranslations('work.todos.fields')
  const sentenceOf = useRecurrenceSentence()
  const [key] = useState(() => crypto.randomUUID())
  const asked = useAsked(record)
  const [rule, setRule] = useState<RecurrenceRule>(record?.rule ?? { every: 'week', weekdays: [1] })
  const [dueTime, setDueTime] = useState(record?.dueTime ?? '17:00')
  const [startsOn, setStartsOn] = useState<string | Unread | undefined>(record?.startsOn ?? today)
  const [endsOn, setEndsOn] = useState<string | Unread | undefined>(record?.endsOn ?? undefined)
  const whole = askedOf(asked)
  const isReady = whole !== undefined && dueTime !== '' && isDay(startsOn) && !isUnread(endsOn)
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ assignee, ...what }: NonNullable<typeof whole>) =>
      saveRecurrence(
        record,
        {
          ...what,
          assignee: { kind: assignee.kind, id: assignee.id },
          priority: record?.priority ?? 'normal',
          rule,
          dueTime,
          startsOn: isDay(startsOn) ? startsOn : today,
          endsOn: isDay(endsOn) ? endsOn : null,
        },
        key,
      ),
    onSuccess: onSaved,
  })
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (isReady) mutate(whole)
      }}
    >
      <p className={styles.sentence} aria-live="polite">
        {sentenceOf({ title: asked.title, rule, dueTime, who: asked.assignee?.name ?? '' })}
      </p>
      <WhatAndWho asked={asked} error={error} />
      <RuleFields rule={rule} error={saidOf(error, 'rule')} onChange={setRule} />
      <TextInput
        type="time"
        label={fields('dueTime')}
        value={dueTime}
        onChange={(change) => setDueTime(change.currentTarget.value)}
      />
      <div className={styles.pair}>
        <DayInput
          name="startsOn"
          label={t('startsOn')}
          value={startsOn}
          error={saidOf(error, 'startsOn')}
          onChange={setStartsOn}
        />
        <DayInput
          name="endsOn"
          label={t('endsOn')}
          value={endsOn}
          error={saidOf(error, 'endsOn')}
          onChange={setEndsOn}
        />
      </div>
      <NoteAndChecklist asked={asked} />
      <SendOrBack submit={t('save')} busy={isPending} ready={isReady} error={error} onBack={onCancel} />
    </form>
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

const isDay = (value: string | Unread | undefined): value is string => typeof value === 'string' && value !== ''
