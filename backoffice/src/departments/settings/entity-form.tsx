import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { codeOf, type Field, type Values } from '../../ui/record-form/field.ts'
import { RecordForm } from '../../ui/record-form/record-form.tsx'
import type { FormProps } from './form-props.ts'
import { ownTimeZone, timeZones, useCountries, useCurrencies } from './places.ts'
import { putEntity, type Entity } from './queries.ts'

const NEW: Values = { country: 'IT', currency: 'EUR', timeZone: ownTimeZone() }
const MAY_BE_EMPTY = ['vatNumber', 'registerNumber', 'phone', 'region']

/** Who sells, in the eyes of the law. */
export function EntityForm({ record, onSaved, onCancel }: FormProps<Entity>) {
  const t = useTranslations('settings.entity')
  const client = useQueryClient()
  const countries = useCountries()
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
  const save = (values: Values) => {
    const known = Object.fromEntries(fields.map(({ name }) => [name, emptyToNull(name, values[name])]))
    return putEntity(record?.code ?? (codeOf(String(values.legalName)) || 'main'), record?.version, known)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? NEW}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      onReload={() => void client.invalidateQueries({ queryKey: ['settings'] })}
    />
  )
}

function emptyToNull(name: string, value: unknown): unknown {
  const text = String(value ?? '').trim()
  return text === '' && MAY_BE_EMPTY.includes(name) ? null : text
}
