import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { deliveryMethodList, marketList, putDeliveryMethod, type DeliveryMethod } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

/** How goods reach people, where, and for how much. */
export function DeliveryForm({ record, onSaved, onCancel }: FormProps<DeliveryMethod>) {
  const t = useTranslations('settings.delivery')
  const countries = useCountries()
  const reread = useFormReread(deliveryMethodList, record)
  const seesMarkets = useCan()('organisation:read')
  const { data, isPending } = useQuery({ ...marketList, enabled: seesMarkets })
  if (seesMarkets && isPending) return <Skeleton height={320} />
  const markets = data?.items ?? []
  const currencies = [...new Set([...markets.map(({ currency }) => currency), ...Object.keys(record?.prices ?? {})])]
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('names'), maxLength: 80 },
    { kind: 'texts', name: 'descriptions', label: t('descriptions'), optional: true, maxLength: 300 },
    { kind: 'many', name: 'countries', label: t('countries'), options: countries },
    { kind: 'moneys', name: 'prices', label: t('prices'), hint: t('pricesHint'), currencies },
    { kind: 'moneys', name: 'freeFrom', label: t('freeFrom'), hint: t('freeFromHint'), optional: true, currencies },
    { kind: 'integer', name: 'minDays', label: t('minDays'), half: true, minimum: 0, maximum: 365 },
    { kind: 'integer', name: 'maxDays', label: t('maxDays'), half: true, minimum: 0, maximum: 365 },
    { kind: 'switch', name: 'active', label: t('active') },
  ]
  const initial: Values = record ?? {
    countries: [...new Set(markets.flatMap((market) => market.countries))],
    prices: {},
    freeFrom: {},
    minDays: 1,
    maxDays: 3,
    active: true,
  }
  const save = ({ values, version }: Sent) => {
    const body = Object.fromEntries(fields.map(({ name }) => [name, withoutEmpty(values[name] ?? {})]))
    const code = record?.code ?? (codeOf(String((values.names as { en?: string }).en)) || 'standard')
    const position = record ? { position: record.position } : {}
    return putDeliveryMethod(code, version, {
      ...body,
      ...position,
      taxCategory: record?.taxCategory ?? 'standard',
    })
  }
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      version={record?.version}
      draft={`delivery/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

/** A language or a currency that was emptied has none. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== '' && one !== undefined))
}
