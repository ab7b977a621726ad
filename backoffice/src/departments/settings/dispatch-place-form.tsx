import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { dispatchPlaceList, putDispatchPlace, type DispatchPlace } from './delivery-queries.ts'
import type { FormProps } from './form-props.ts'
import { ownTimeZone, timeZones, useCountries, useWeekdays } from './places.ts'
import { locationList } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

/** When parcels leave a location, and whether people collect there. */
export function DispatchPlaceForm({ record, onSaved, onCancel }: FormProps<DispatchPlace>) {
  const t = useTranslations('settings.deliveryPlace')
  const countries = useCountries()
  const weekdays = useWeekdays()
  const reread = useFormReread(dispatchPlaceList, record, valuesOf)
  const { data: locations, error, refetch } = useQuery(locationList)
  const { data: places } = useQuery(dispatchPlaceList)
  // Without the right to read places nobody could choose one: it says so instead of waiting for ever.
  if (!record && error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!record && (!locations || !places)) return <Skeleton height={320} />
  const known = new Set(places?.items.map(({ code }) => code))
  const open = locations?.items.filter(({ code }) => !known.has(code) || code === record?.code) ?? []
  const choices = open.map(({ code, name }) => ({ value: code, label: name }))
  const options = record
    ? [choices.find(({ value }) => value === record.code) ?? { value: record.code, label: record.code }]
    : choices
  const fields: Field[] = [
    { kind: 'choice', name: 'code', label: t('location'), options, fixed: record ? t('locationFixed') : undefined },
    { kind: 'choice', name: 'timeZone', label: t('timeZone'), options: timeZones() },
    { kind: 'text', name: 'cutOff', label: t('cutOff'), hint: t('cutOffHint'), optional: true, maxLength: 5 },
    {
      kind: 'many',
      name: 'weekdays',
      label: t('weekdays'),
      options: weekdays.map(({ value, label }) => ({ value, label })),
    },
    { kind: 'tags', name: 'holidays', label: t('holidays'), hint: t('holidaysHint'), optional: true, maxLength: 10 },
    { kind: 'switch', name: 'collects', label: t('collects') },
    { kind: 'text', name: 'name', label: t('pickupName'), optional: true, maxLength: 120 },
    { kind: 'text', name: 'street', label: t('street'), optional: true, maxLength: 200 },
    { kind: 'text', name: 'postcode', label: t('postcode'), optional: true, half: true, maxLength: 20 },
    { kind: 'text', name: 'city', label: t('city'), optional: true, half: true, maxLength: 120 },
    { kind: 'text', name: 'region', label: t('region'), optional: true, half: true, maxLength: 80 },
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
    { kind: 'texts', name: 'hours', label: t('hours'), hint: t('hoursHint'), optional: true, maxLength: 200 },
  ]
  const initial: Values = record
    ? valuesOf(record)
    : {
        timeZone: ownTimeZone(),
        weekdays: ['1', '2', '3', '4', '5'],
        holidays: [],
        collects: false,
        country: 'IT',
        hours: {},
      }
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      version={record?.version}
      draft={`dispatch-place/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={({ values, version }: Sent) =>
        putDispatchPlace(record?.code ?? String(values.code), version, bodyOf(values))
      }
      nameOf={(field) => field.replace(/^pickup\./, '').replace(/^holidays\..*$/, 'holidays')}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

function valuesOf({ code, timeZone, cutOff, weekdays, holidays, pickup }: DispatchPlace): Values {
  return {
    code,
    timeZone,
    cutOff: cutOff ?? '',
    weekdays: weekdays.map(String),
    holidays,
    collects: pickup !== null,
    country: 'IT',
    hours: {},
    ...pickup,
    region: pickup?.region ?? '',
  }
}

function bodyOf(values: Values): Values {
  const { timeZone, cutOff, weekdays, holidays, collects, name, street, postcode, city, region, country, hours } =
    values
  const text = (value: unknown) => String(value ?? '')
  const said = Object.entries((hours ?? {}) as Record<string, string>).filter(([, one]) => one !== '')
  return {
    timeZone,
    cutOff: text(cutOff) || null,
    weekdays: (weekdays as string[]).map(Number).toSorted((a, b) => a - b),
    holidays: holidays ?? [],
    pickup: collects
      ? {
          name: text(name),
          street: text(street),
          postcode: text(postcode),
          city: text(city),
          region: text(region) || null,
          country,
          hours: Object.fromEntries(said),
        }
      : null,
  }
}
