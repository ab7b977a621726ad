import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import styles from './documents.module.css'
import { beginSeries, KINDS, type Numbering, type SeriesToBegin } from './queries.ts'
import { sampleLabel } from './sample-label.ts'

// i18n-dynamic: documents.kinds.*

/** A new series takes the place of the one in use; a shop that comes from elsewhere goes on where it was. */
export function SeriesDialog({ numbering, onClose }: { readonly numbering: Numbering; readonly onClose: () => void }) {
  const t = useTranslations('documents')
  const client = useQueryClient()
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'entityCode',
      label: t('series.entity'),
      options: numbering.entities.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('series.kind'),
      options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      kind: 'text',
      name: 'format',
      label: t('series.format'),
      hint: t('series.formatHint', { year: '{year}', number: '{number}' }),
      maxLength: 40,
    },
    { kind: 'integer', name: 'digits', label: t('series.digits'), minimum: 1, maximum: 10, half: true },
    {
      kind: 'integer',
      name: 'firstNumber',
      label: t('series.firstNumber'),
      hint: t('series.firstNumberHint'),
      minimum: 1,
      maximum: 999_999_999,
      half: true,
    },
  ]
  const initial = {
    entityCode: numbering.entities[0]?.code ?? '',
    kind: 'invoice',
    format: 'FT-{year}-{number}',
    digits: 5,
    firstNumber: 1,
  }
  const [year] = useState(() => new Date().getFullYear())
  const form = useRecordForm({
    fields,
    initial,
    save: ({ values }) => beginSeries(values as unknown as SeriesToBegin),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['documents'] })
      sayDone(t('series.begun'))
      onClose()
    },
  })
  const sample = sampleLabel(form.values, year)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('series.begin')}
      closeButtonProps={{ 'aria-label': t('rules.close') }}
      radius="lg"
    >
      <FormSheet form={form} submit={t('series.begin')} onCancel={onClose}>
        {fields.map(({ name }) => (
          <FormField key={name} form={form} name={name} />
        ))}
        {sample !== undefined && (
          <p className={styles.sample}>{t.rich('series.sample', { number: () => <strong>{sample}</strong> })}</p>
        )}
      </FormSheet>
    </Modal>
  )
}
