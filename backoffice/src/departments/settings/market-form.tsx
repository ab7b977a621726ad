import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { LANGUAGES, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries, useCurrencies } from './places.ts'
import { entityList, locationList, marketList, putMarket, type Market } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

/** Countries that are sold to in one currency and language. */
export function MarketForm({ record, onSaved, onCancel }: FormProps<Market>) {
  const t = useTranslations('settings.market')
  const countries = useCountries()
  const reread = useFormReread(marketList, record)
  const currencies = useCurrencies()
  const entities = useQuery(entityList)
  const locations = useQuery(locationList)
  const error = entities.error ?? locations.error
  if (error) return <ErrorState error={error} />
  if (!entities.data || !locations.data) return <Skeleton height={320} />
  const [entity] = entities.data.items
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))
  const fields: Field[] = [
    {
      kind: 'texts',
      name: 'names',
      label: t('names'),
      hint: t('namesHint'),
      maxLength: 60,
      optional: true,
      show: 'all',
    },
    { kind: 'many', name: 'countries', label: t('countries'), hint: t('countriesHint'), options: countries },
    { kind: 'choice', name: 'currency', label: t('currency'), half: true, options: currencies },
    { kind: 'choice', name: 'language', label: t('language'), half: true, options: languages },
    {
      kind: 'choice',
      name: 'entityCode',
      label: t('entity'),
      half: true,
      options: entities.data.items.map(({ code, legalName }) => ({ value: code, label: legalName })),
    },
    {
      kind: 'choice',
      name: 'locationCode',
      label: t('location'),
      half: true,
      options: locations.data.items.map(({ code, name }) => ({ value: code, label: name })),
    },
    { kind: 'switch', name: 'pricesIncludeTax', label: t('pricesIncludeTax'), hint: t('pricesIncludeTaxHint') },
  ]
  const initial: Values = record ?? {
    names: {},
    countries: entity ? [entity.country] : [],
    currency: entity?.currency ?? 'EUR',
    language: 'en',
    entityCode: entity?.code ?? '',
    locationCode: locations.data.items[0]?.code ?? '',
    pricesIncludeTax: true,
  }
  const save = ({ values, version }: Sent) => {
    const first = (values.countries as string[])[0] ?? ''
    const code = record?.code ?? codeOf(first)
    const body = Object.fromEntries(fields.map(({ name }) => [name, values[name]]))
    const kept = record ? { position: record.position, lawPack: record.lawPack } : {}
    return putMarket(code, version, { ...body, ...kept })
  }
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      version={record?.version}
      draft={`market/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
