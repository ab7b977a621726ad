import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { ownTimeZone, timeZones, useCountries, useCurrencies } from './places.ts'
import { entityList, putEntity, type Entity } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

const NEW: Values = { country: 'IT', currency: 'EUR', timeZone: ownTimeZone() }
const MAY_BE_EMPTY = ['vatNumber', 'registerNumber', 'phone', 'region']

/** Who sells, in the eyes of the law. */
export function EntityForm({ record, onSaved, onCancel }: FormProps<Entity>) {
  const t = useTranslations('settings.entity')
  const countries = useCountries()
  const reread = useFormReread(entityList, record)
  const currencies = useCurrencies()
  const fixed = record && t('fixed')
  const fields = useMemo<Field[]>(
    () => [
      { kind: 'text', name: 'legalName', label: t('legalName'), maxLength: 200, autoComplete: 'organization' },
      { kind: 'text', name: 'vatNumber', label: t('vatNumber'), optional: true, half: true, maxLength: 40 },
      { kind: 'text', name: 'registerNumber', label: t('registerNumber'), optional: true, half: true, maxLength: 80 },
      {
        kind: 'text',
        name: 'email',
        label: t('email'),
        type: 'email',
        half: true,
        maxLength: 254,
        autoComplete: 'email',
      },
      { kind: 'text', name: 'phone', label: t('phone'), type: 'tel', optional: true, half: true, maxLength: 40 },
      { kind: 'text', name: 'street', label: t('street'), maxLength: 200, autoComplete: 'street-address' },
      { kind: 'text', name: 'postcode', label: t('postcode'), half: true, maxLength: 20, autoComplete: 'postal-code' },
      { kind: 'text', name: 'city', label: t('city'), half: true, maxLength: 100, autoComplete: 'address-level2' },
      { kind: 'text', name: 'region', label: t('region'), optional: true, half: true, maxLength: 100 },
      { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries, fixed },
      { kind: 'choice', name: 'currency', label: t('currency'), half: true, options: currencies, fixed },
      {
        kind: 'choice',
        name: 'timeZone',
        label: t('timeZone'),
        hint: t('timeZoneHint'),
        half: true,
        options: timeZones(),
      },
    ],
    [t, countries, currencies, fixed],
  )
  const save = ({ values, version }: Sent) => {
    const known = Object.fromEntries(fields.map(({ name }) => [name, emptyToNull(name, values[name])]))
    return putEntity(record?.code ?? (codeOf(String(values.legalName)) || 'main'), version, known)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? NEW}
      version={record?.version}
      draft={`entity/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

function emptyToNull(name: string, value: unknown): unknown {
  const text = String(value ?? '').trim()
  return text === '' && MAY_BE_EMPTY.includes(name) ? null : text
}
