import { useQuery } from '@tanstack/react-query'
import { useLocale, useNow, useTranslations } from 'use-intl'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { postTaxRate, type TaxRate } from './queries.ts'
import { nameOfCategory, taxCategoryList, taxZoneList } from './tax-queries.ts'

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
  const locale = useLocale()
  const { data: zones } = useQuery(taxZoneList)
  const { data: categories } = useQuery(taxCategoryList)
  const today = localDay(now)
  const fields: Field[] = [
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
    {
      kind: 'choice',
      name: 'category',
      label: t('category'),
      hint: t('categoryHint'),
      half: true,
      options: (categories?.items ?? []).map((one) => ({ value: one.code, label: nameOfCategory(one, locale) })),
    },
    {
      kind: 'choice',
      name: 'zone',
      label: t('zone'),
      hint: t('zoneHint'),
      half: true,
      options: [
        { value: '', label: t('allOfIt') },
        ...(zones?.items ?? []).map(({ code, name, country: of }) => ({ value: code, label: `${name} (${of})` })),
      ],
      optional: true,
    },
    { kind: 'text', name: 'tax', label: t('tax'), hint: t('taxHint'), half: true, optional: true, maxLength: 20 },
    { kind: 'switch', name: 'compound', label: t('compound'), hint: t('compoundHint') },
    { kind: 'decimal', name: 'percent', label: t('percent'), half: true, scale: 4, unit: '%' },
    { kind: 'date', name: 'validFrom', label: t('validFrom'), half: true },
    { kind: 'text', name: 'source', label: t('source'), hint: t('sourceHint'), maxLength: 300 },
  ]
  const initial: Values = {
    country: record?.country ?? country,
    zone: record?.zone ?? '',
    category: record?.category ?? 'standard',
    tax: record && record.tax !== 'vat' ? record.tax : '',
    compound: record?.compound ?? false,
    percent: '',
    validFrom: today,
    source: record?.source ?? '',
  }
  const save = ({ values: { zone, tax, ...values } }: Sent) => {
    const named = String(tax ?? '')
      .trim()
      .toLowerCase()
    return postTaxRate({
      ...values,
      category: String(values.category).trim(),
      ...(zone ? { zone } : {}),
      ...(named && { tax: named }),
    })
  }
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
