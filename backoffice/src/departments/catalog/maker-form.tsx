import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import type { FormProps } from '../settings/form-props.ts'
import { useCountries } from '../settings/places.ts'
import { contactList, saveContact, type Contact } from './definition-queries.ts'

const BLANK = { name: '', street: '', postcode: '', city: '', country: 'IT', email: '', website: '' }

export function MakerForm({ record, onSaved, onCancel }: FormProps<Contact>) {
  const t = useTranslations('catalog.maker')
  const client = useQueryClient()
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 200 },
    { kind: 'text', name: 'street', label: t('street'), maxLength: 200 },
    { kind: 'text', name: 'postcode', label: t('postcode'), half: true, maxLength: 20 },
    { kind: 'text', name: 'city', label: t('city'), half: true, maxLength: 100 },
    { kind: 'choice', name: 'country', label: t('country'), options: useCountries() },
    { kind: 'text', name: 'email', label: t('email'), hint: t('emailHint'), type: 'email', maxLength: 200 },
    { kind: 'text', name: 'website', label: t('website'), hint: t('websiteHint'), optional: true, maxLength: 500 },
  ]
  const reread = async () => {
    const { items } = await client.fetchQuery({ ...contactList, staleTime: 0 })
    const latest = items.find(({ id }) => id === record?.id)
    return loadedOf(fields, latest ?? BLANK, latest?.version)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? BLANK}
      version={record?.version}
      draft={`maker/${record?.id ?? 'new'}`}
      submit={t('save')}
      save={({ values, version }) => saveContact(record, version, values as Omit<Contact, 'id' | 'version'>)}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...(record ? { reread } : {})}
    />
  )
}
