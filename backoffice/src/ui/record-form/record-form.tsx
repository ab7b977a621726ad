import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem, Problem } from '../../client/problem.ts'
import { FormError } from '../form-error.tsx'
import { useUnsavedGuard } from '../use-unsaved-guard.ts'
import { FieldInput } from './field-input.tsx'
import { lackingOf, type Field, type Values } from './field.ts'
import styles from './record-form.module.css'

interface RecordFormProps {
  readonly fields: readonly Field[]
  readonly initial: Values
  readonly submit: string
  readonly save: (values: Values) => Promise<unknown>
  readonly onSaved: () => void
  readonly onCancel?: () => void
  /** Somebody else saved meanwhile: reads what they saved; this form is drawn anew with it. */
  readonly onReload?: () => void
}

/** A record's fields, saved together: errors beside their fields and in a summary, nothing typed lost by leaving. */
export function RecordForm({ fields, initial, submit, save, onSaved, onCancel, onReload }: RecordFormProps) {
  const t = useTranslations('ui.form')
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [lacking, setLacking] = useState<readonly string[]>([])
  const { mutate, error, isPending, isSuccess } = useMutation({ mutationFn: save, onSuccess: onSaved })
  const isChanged = JSON.stringify(values) !== JSON.stringify(initial)
  useUnsavedGuard(isChanged && !isSuccess, t('unsaved'))
  const refused = error instanceof Problem ? error.fields : {}
  const errorOf = (name: string) =>
    lacking.includes(name) ? t('required') : (refused[name] ?? refused[`body.${name}`])
  const named = fields.filter(({ name }) => errorOf(name) !== undefined)
  const send = () => {
    const missing = lackingOf(fields, values)
    setLacking(missing)
    if (missing.length === 0) mutate(values)
    else form.current?.querySelector<HTMLElement>(`[name="${missing[0] ?? ''}"]`)?.focus()
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) send()
      }}
    >
      <FormError error={error} />
      {isProblem(error, 'host.version_conflict') && onReload && (
        <Button variant="default" onClick={onReload}>
          {t('reload')}
        </Button>
      )}
      {named.length > 1 && (
        <div className={styles.summary} role="alert">
          <p>{t('summary', { count: named.length })}</p>
          <ul>
            {named.map(({ name, label }) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()}
                >
                  {label}: {errorOf(name)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={field.name} data-half={field.half}>
            <FieldInput
              field={field}
              value={values[field.name]}
              error={errorOf(field.name)}
              errorOf={(name) => refused[name] ?? refused[`body.${name}`]}
              onChange={(value) => {
                setValues((before) => ({ ...before, [field.name]: value }))
                setLacking((before) => before.filter((name) => name !== field.name))
              }}
            />
          </div>
        ))}
      </div>
      <div className={styles.actions}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('back')}
          </Button>
        )}
        <Button type="submit" loading={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
