import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { saveTemplate, templateDetail, type Template } from './project-queries.ts'
import { emptyStep, stepsIn, templateOf, templateValues, type StepDraft } from './template-values.ts'
import { useTemplateDays } from './use-template-days.ts'
import styles from './project.module.css'

interface TemplateFormProps {
  readonly start: Template | undefined
  readonly copies: boolean
  readonly onSaved: () => void
  readonly onCancel: () => void
}

const MOST_DAYS = 730

export function TemplateForm({ start, copies, onSaved, onCancel }: TemplateFormProps) {
  const t = useTranslations('work.templates')
  const locale = useLocale()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const daysText = useTemplateDays()
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 200 },
    { kind: 'text', name: 'note', label: t('note'), maxLength: 4000, lines: 3, optional: true },
    {
      kind: 'own',
      name: 'steps',
      label: t('allSteps'),
      say: (value) =>
        stepsIn(value)
          .map((step) => `${step.title} (${step.who}, ${daysText(step.dueDays)})`)
          .join('; '),
    },
  ]
  const changed = copies ? undefined : start
  const form = useRecordForm({
    fields,
    initial: templateValues(start, start && copies ? t('copyOf', { name: start.name }) : undefined),
    version: changed?.version ?? undefined,
    save: ({ values, version }) =>
      saveTemplate(changed && { ...changed, version: version ?? changed.version }, templateOf(values), key),
    ...(changed ? { reread: () => reread(changed.id) } : {}),
    onSaved,
  })
  const reread = async (id: string) => {
    const changedBy = lastChanges(client, { department: 'work', type: 'template', id }, locale)
    const latest = await client.fetchQuery({ ...templateDetail(id, locale), staleTime: 0 })
    return { ...loadedOf(fields, templateValues(latest), latest.version ?? undefined), changedBy: await changedBy }
  }
  const steps = stepsIn(form.values['steps'])
  const setSteps = (next: readonly StepDraft[]) => form.set('steps', next)
  return (
    <FormSheet form={form} submit={t('save')} onCancel={onCancel}>
      <FormField form={form} name="name" />
      <FormField form={form} name="note" />
      <div data-field="steps" className={styles.form}>
        {steps.map((step, index) => (
          <StepFields
            key={step.id}
            step={step}
            number={index + 1}
            errors={{ title: form.errorOf(`steps.${index}.title`), who: form.errorOf(`steps.${index}.party`) }}
            onChange={(changes) => setSteps(steps.map((one) => (one.id === step.id ? { ...one, ...changes } : one)))}
            onRemove={() => setSteps(steps.filter(({ id }) => id !== step.id))}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setSteps([...steps, emptyStep(crypto.randomUUID(), steps.at(-1))])}
        >
          {t('addStep')}
        </Button>
      </div>
    </FormSheet>
  )
}

interface StepFieldsProps {
  readonly step: StepDraft
  readonly number: number
  readonly errors: { readonly title: string | undefined; readonly who: string | undefined }
  readonly onChange: (changes: Partial<StepDraft>) => void
  readonly onRemove: () => void
}

function StepFields({ step, number, errors, onChange, onRemove }: StepFieldsProps) {
  const t = useTranslations('work.templates')
  const daysText = useTemplateDays()
  return (
    <fieldset className={styles.step}>
      <legend>{t('step', { number })}</legend>
      <TextInput
        label={t('stepTitle')}
        maxLength={200}
        value={step.title}
        error={errors.title}
        onChange={(typed) => onChange({ title: typed.currentTarget.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('who')}
          description={t('whoHint')}
          maxLength={120}
          value={step.who}
          error={errors.who}
          onChange={(typed) => onChange({ who: typed.currentTarget.value })}
        />
        <NumberInput
          label={t('dueDays')}
          description={daysText(step.dueDays)}
          min={-MOST_DAYS}
          max={MOST_DAYS}
          allowDecimal={false}
          clampBehavior="strict"
          value={step.dueDays}
          onChange={(days) => typeof days === 'number' && onChange({ dueDays: days })}
        />
      </div>
      <Textarea
        label={t('stepNote')}
        autosize
        maxLength={4000}
        value={step.note}
        onChange={(typed) => onChange({ note: typed.currentTarget.value })}
      />
      <Textarea
        label={t('checklist')}
        description={t('checklistHint')}
        autosize
        value={step.checklist}
        onChange={(typed) => onChange({ checklist: typed.currentTarget.value })}
      />
      <div className={styles.actions}>
        <Button variant="default" size="compact-sm" aria-label={t('removeNamed', { number })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  )
}
