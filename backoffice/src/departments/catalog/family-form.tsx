import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { LANGUAGES, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { FormProps } from '../settings/form-props.ts'
import { useFormReread } from '../settings/use-form-reread.ts'
import { attributeList, familyList, putFamily, type Attribute, type Family } from './definition-queries.ts'
import { nameIn } from './name-in.ts'

/** Which attributes its products have, and what makes one of them complete. */
export function FamilyForm(props: FormProps<Family>) {
  const { data, error, refetch } = useQuery(attributeList)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={320} />
  return <LoadedForm {...props} attributes={data.items} />
}

function LoadedForm({
  record,
  onSaved,
  onCancel,
  attributes,
}: FormProps<Family> & { readonly attributes: readonly Attribute[] }) {
  const t = useTranslations('catalog.family')
  const locale = useLocale()
  const reread = useFormReread(familyList, record, formOf)
  const options = attributes
    .filter(({ section }) => section !== 'own')
    .map(({ code, names }) => ({ value: code, label: nameIn(names, locale) }))
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('name'), show: 'all', maxLength: 100 },
    { kind: 'many', name: 'members', label: t('attributes'), hint: t('attributesHint'), optional: true, options },
    { kind: 'many', name: 'required', label: t('required'), hint: t('requiredHint'), optional: true, options },
    {
      kind: 'many',
      name: 'languages',
      label: t('languages'),
      options: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    },
    { kind: 'integer', name: 'pictures', label: t('pictures'), minimum: 0, maximum: 20 },
    { kind: 'switch', name: 'safety', label: t('safety'), hint: t('safetyHint') },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={record ? formOf(record) : BLANK}
      version={record?.version}
      draft={`family/${record?.code ?? 'new'}`}
      nameOf={(path) => path.replace(/^attributes\..*/, 'members')}
      submit={t('save')}
      save={({ values, version }) => putFamily({ ...familyOf(values, record), version })}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

const BLANK: Values = { names: {}, members: [], required: [], languages: ['en'], pictures: 1, safety: true }

function formOf({ attributes, ...family }: Family): Values {
  return {
    ...family,
    members: attributes.map(({ code }) => code),
    required: attributes.filter(({ required }) => required).map(({ code }) => code),
  }
}

/** What is required belongs to it, chosen twice or once. */
function familyOf(values: Values, record: Family | undefined): Omit<Family, 'version'> {
  const names = values['names'] as Family['names']
  const required = values['required'] as readonly string[]
  const members = [...new Set([...(values['members'] as readonly string[]), ...required])]
  return {
    code: record?.code ?? codeOf(names.en),
    names,
    attributes: members.map((code) => ({ code, required: required.includes(code) })),
    languages: values['languages'] as Family['languages'],
    pictures: Number(values['pictures']),
    safety: values['safety'] === true,
  }
}
