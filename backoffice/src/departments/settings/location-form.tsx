import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { locationList, putLocation, type Location } from './queries.ts'
import { useFormReread } from './use-form-reread.ts'

// i18n-dynamic: settings.location.kinds.*
export const LOCATION_KINDS = ['warehouse', 'shop', 'supplier', 'transit'] as const

/** A place where stock lies. */
export function LocationForm({ record, onSaved, onCancel }: FormProps<Location>) {
  const t = useTranslations('settings.location')
  const countries = useCountries()
  const reread = useFormReread(locationList, record)
  const kinds = LOCATION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 120 },
    { kind: 'choice', name: 'kind', label: t('kind'), half: true, options: kinds },
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
  ]
  const save = ({ values, version }: Sent) =>
    putLocation(record?.code ?? (codeOf(String(values.name)) || 'main'), version, values)
  return (
    <RecordForm
      fields={fields}
      initial={record ?? { kind: 'warehouse', country: 'IT' }}
      version={record?.version}
      draft={`location/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
