import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Problem } from '../../client/problem.ts'
import { FormError } from '../../ui/form-error.tsx'
import { saveTemplate, type Template, type TemplateBody } from './project-queries.ts'
import { useTemplateDays } from './use-template-days.ts'
import styles from './project.module.css'

interface TemplateFormProps {
  readonly start: Template | undefined
  readonly copies: boolean
  readonly onSaved: () => void
  readonly onCancel: () => void
}

/** A step while it is typed: who is asked by name, the checklist as lines. */
interface StepDraft {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly checklist: string
  readonly who: string
  readonly dueDays: number
}

const MOST_DAYS = 730

export function TemplateForm({ start, copies, onSaved, onCancel }: TemplateFormProps) {
  const t = useTranslations('work.templates')
  const words = useTranslations('ui.dialog')
  const [key] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(() => (start && copies ? t('copyOf', { name: start.name }) : (start?.name ?? '')))
  const [note, setNote] = useState(start?.note ?? '')
  const [steps, setSteps] = useState<readonly StepDraft[]>(() => draftsOf(start))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => saveTemplate(copies ? undefined : start, bodyOf({ name, note, steps }), key),
    onSuccess: onSaved,
  })
  const at = (field: string) => (error instanceof Problem && error.body.field === field ? error.body.title : undefined)
  const change = (id: string, changes: Partial<StepDraft>) =>
    setSteps((now) => now.map((step) => (step.id === id ? { ...step, ...changes } : step)))
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault()
        mutate()
      }}
    >
      <TextInput
        label={t('name')}
        data-autofocus
        maxLength={200}
        value={name}
        error={at('name')}
        onChange={(typed) => setName(typed.currentTarget.value)}
      />
      <Textarea
        label={t('note')}
        autosize
        maxLength={4000}
        value={note}
        onChange={(typed) => setNote(typed.currentTarget.value)}
      />
      {steps.map((step, index) => (
        <StepFields
          key={step.id}
          step={step}
          number={index + 1}
          errors={{ title: at(`steps.${index}.title`), who: at(`steps.${index}.party`) }}
          onChange={(changes) => change(step.id, changes)}
          onRemove={() => setSteps((now) => now.filter(({ id }) => id !== step.id))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setSteps((now) => [...now, emptyStep(now.at(-1))])}
      >
        {t('addStep')}
      </Button>
      <FormError error={error} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {words('back')}
        </Button>
        <Button type="submit" loading={isPending} disabled={name.trim() === '' || steps.length === 0}>
          {t('save')}
        </Button>
      </div>
    </form>
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

function draftsOf(start: Template | undefined): StepDraft[] {
  if (!start) return [emptyStep(undefined)]
  const names = new Map(start.parties.map(({ key, name }) => [key, name]))
  return start.steps.map(({ party, checklist, ...step }) => ({
    ...step,
    id: crypto.randomUUID(),
    who: names.get(party) ?? '',
    checklist: checklist.join('\n'),
  }))
}

function emptyStep(before: StepDraft | undefined): StepDraft {
  return {
    id: crypto.randomUUID(),
    title: '',
    note: '',
    checklist: '',
    who: before?.who ?? '',
    dueDays: before?.dueDays ?? 0,
  }
}

/** Whoever is named alike is one and the same. */
function bodyOf({
  name,
  note,
  steps,
}: Pick<TemplateBody, 'name' | 'note'> & { readonly steps: readonly StepDraft[] }): TemplateBody {
  const names = [...new Set(steps.map(({ who }) => who.trim()))]
  const keyOf = (who: string) => `p${names.indexOf(who.trim())}`
  return {
    ...{ name, note },
    parties: names.map((one) => ({ key: keyOf(one), name: one })),
    steps: steps.map(({ id: _id, who, checklist, ...step }) => ({
      ...step,
      party: keyOf(who),
      checklist: checklist.split('\n').flatMap((line) => line.trim() || []),
    })),
  }
}
