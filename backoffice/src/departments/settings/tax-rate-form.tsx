import { useNow, useTranslations } from 'use-intl'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { postTaxRate, type TaxRate } from './queries.ts'

/** A new rate ends the one before it the day before; rates of the past are never rewritten. */
export function TaxRateForm({
  record,
  country = 'IT',
  onSaved,
  onCancel,
}: FormProps<TaxRate> & { readonly country?: string }) {
  const t = useTranslations('settings.tax')
  const now = useNow()
  const countries = useCountries()
  const today = localDay(now)
  const fields: Field[] = [
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
    { kind: 'text', name: 'category', label: t('category'), hint: t('categoryHint'), half: true, maxLength: 40 },
    { kind: 'decimal', name: 'percent', label: t('percent'), half: true, scale: 4, unit: '%' },
    { kind: 'date', name: 'validFrom', label: t('validFrom'), half: true },
    { kind: 'text', name: 'source', label: t('source'), hint: t('sourceHint'), maxLength: 300 },
  ]
  const initial: Values = {
    country: record?.country ?? country,
    category: record?.category ?? 'standard',
    percent: '',
    validFrom: today,
    source: record?.source ?? '',
  }
  const save = ({ values }: Sent) => postTaxRate({ ...values, category: String(values.category).trim() })
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      draft="tax-rate/new"
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}

function localDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
