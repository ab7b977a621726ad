import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../form-error.tsx'
import { ConflictChoice } from './conflict-choice.tsx'
import { DraftOffer } from './draft-offer.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FieldInput } from './field-input.tsx'
import styles from './form.module.css'
import { useRecordForm, type RecordFormOptions, type RecordFormState } from './use-record-form.ts'

interface Buttons {
  readonly submit: string
  readonly onCancel?: (() => void) | undefined
  /** Buttons stand there only once something is changed, and one of them takes it back. */
  readonly quiet?: boolean
  /** Names the form for those who listen, where a page has several. */
  readonly label?: string
}

/** A record's fields one below the other, saved together: the whole form in one call. */
export function RecordForm({ submit, onCancel, quiet, label, ...options }: RecordFormOptions & Buttons) {
  const form = useRecordForm(options)
  return (
    <FormSheet
      form={form}
      submit={submit}
      onCancel={onCancel}
      {...(quiet === undefined ? {} : { quiet })}
      {...(label === undefined ? {} : { label })}
    />
  )
}

interface FormSheetProps extends Buttons {
  readonly form: RecordFormState
  /** False while something is missing that only the form's own layout knows. */
  readonly ready?: boolean
  /** A layout of one's own, of `FormField`s; all fields in their order unless told. */
  readonly children?: ReactNode
}

/** What surrounds the fields: what was typed before, what is wrong, what somebody else saved, and the buttons. */
export function FormSheet({ form, submit, onCancel, quiet = false, ready = true, label, children }: FormSheetProps) {
  const t = useTranslations('ui.form')
  const { conflict, draft } = form
  return (
    <form
      id={form.id}
      className={styles.form}
      noValidate
      {...(label === undefined ? {} : { 'aria-label': label })}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !conflict && !(quiet && !form.isChanged)) form.submit()
      }}
    >
      {draft && <DraftOffer at={draft.at} onTake={draft.take} onForget={draft.forget} />}
      {conflict ? (
        <ConflictChoice
          fields={form.fields}
          clashes={conflict.clashes}
          theirs={conflict.theirs}
          busy={form.isSaving}
          onChoose={form.choose}
          onDiscard={form.discard}
        />
      ) : (
        <FormError error={form.error} />
      )}
      <ErrorSummary errors={form.wrong} attempts={form.attempts} onFollow={form.focus} />
      {children ?? (
        <div className={styles.fields}>
          {form.fields.map(({ name, half }) => (
            <div key={name} data-half={half}>
              <FormField form={form} name={name} />
            </div>
          ))}
        </div>
      )}
      {!conflict && (!quiet || form.isChanged) && (
        <div className={styles.actions}>
          {quiet && (
            <Button variant="default" onClick={form.discard}>
              {t('discard')}
            </Button>
          )}
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('back')}
            </Button>
          )}
          <Button type="submit" loading={form.isSaving} disabled={!ready}>
            {submit}
          </Button>
        </div>
      )}
    </form>
  )
}

/** One field by its name, wherever it stands. */
export function FormField({ form, name }: { readonly form: RecordFormState; readonly name: string }) {
  const field = form.fields.find((one) => one.name === name)
  if (!field) throw new Error(`the form has no field ${name}`)
  return (
    <div data-field={name}>
      <FieldInput
        field={field}
        value={form.values[name]}
        error={form.errorOf(name)}
        errorOf={form.errorOf}
        language={form.language}
        onChange={(value) => form.set(name, value)}
      />
    </div>
  )
}
