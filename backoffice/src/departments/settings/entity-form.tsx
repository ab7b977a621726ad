import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { ownTimeZone, timeZones, useCountries, useCurrencies } from './places.ts'
import { entityList, putEntity, type Entity } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

const ADDRESS = ['street', 'postcode', 'city', 'region']
const NEW: Values = { address: { country: 'IT' }, currency: 'EUR', timeZone: ownTimeZone() }
const MAY_BE_EMPTY = ['vatNumber', 'registerNumber', 'phone', 'region']

/** Who sells, in the eyes of the law. */
export function EntityForm({ record, onSaved, onCancel }: FormProps<Entity>) {
  const t = useTranslations('settings.entity')
  const countries = useCountries()
  const reread = useFormReread(entityList, record, formOf)
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
      {
        kind: 'address',
        name: 'address',
        label: t('address'),
        countries,
        fixedCountry: fixed,
        parts: ADDRESS,
      },
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
    const { address, ...others } = values
    const flat: Values = {
      ...others,
      country: '',
      street: '',
      postcode: '',
      city: '',
      region: '',
      ...(address as Values),
    }
    const known = Object.fromEntries(Object.entries(flat).map(([name, value]) => [name, emptyToNull(name, value)]))
    return putEntity(record?.code ?? (codeOf(String(values.legalName)) || 'main'), version, known)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ? formOf(record) : NEW}
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

/** The parts of its address as one. */
function formOf({ street, postcode, city, region, country, ...others }: Entity): object {
  return { ...others, address: { street, postcode, city, region, country } }
}

function emptyToNull(name: string, value: unknown): unknown {
  const text = String(value ?? '').trim()
  return text === '' && MAY_BE_EMPTY.includes(name) ? null : text
}
