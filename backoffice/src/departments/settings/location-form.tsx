import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { codeOf, type Field, type Values } from '../../ui/record-form/field.ts'
import { RecordForm } from '../../ui/record-form/record-form.tsx'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { putLocation, type Location } from './queries.ts'

// i18n-dynamic: settings.location.kinds.*
export const LOCATION_KINDS = ['warehouse', 'shop', 'supplier', 'transit'] as const

/** A place where stock lies. */
export function LocationForm({ record, onSaved, onCancel }: FormProps<Location>) {
  const t = useTranslations('settings.location')
  const client = useQueryClient()
  const countries = useCountries()
  const kinds = LOCATION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 120 },
    { kind: 'choice', name: 'kind', label: t('kind'), half: true, options: kinds },
    { kind: 'choice', name: 'country', label: t('country'), half: true, options: countries },
  ]
  const save = ({ name, kind, country }: Values) =>
    putLocation(record?.code ?? (codeOf(String(name)) || 'main'), record?.version, { name, kind, country })
  return (
    <RecordForm
      fields={fields}
      initial={record ?? { kind: 'warehouse', country: 'IT' }}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      onReload={() => void client.invalidateQueries({ queryKey: ['settings'] })}
    />
  )
}
