import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { LANGUAGES, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { codeOf, type Field, type Option, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { FormProps } from '../settings/form-props.ts'
import { useFormReread } from '../settings/use-form-reread.ts'
import { attributeList, familyList, putFamily, type Attribute, type Family } from './definition-queries.ts'
import { nameIn } from './name-in.ts'
import { shopPlaces } from './showing-queries.ts'

/** Which attributes its products have, and what makes one of them complete. */
export function FamilyForm(props: FormProps<Family>) {
  const { data, error, refetch } = useQuery(attributeList)
  const places = useQuery(shopPlaces)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (places.error && !places.data) return <ErrorState error={places.error} onRetry={() => void places.refetch()} />
  if (!data || !places.data) return <Skeleton height={320} />
  return <LoadedForm {...props} attributes={data.items} channels={places.data.channels} />
}

function LoadedForm({
  record,
  onSaved,
  onCancel,
  attributes,
  channels,
}: FormProps<Family> & { readonly attributes: readonly Attribute[]; readonly channels: readonly string[] }) {
  const t = useTranslations('catalog.family')
  const locale = useLocale()
  const reread = useFormReread(familyList, record, (family: Family) => ({
    ...needsInForm([], channels),
    ...formOf(family),
  }))
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
    ...channelFields(channels, options, t),
  ]
  return (
    <RecordForm
      fields={fields}
      initial={
        record ? { ...needsInForm([], channels), ...formOf(record) } : { ...BLANK, ...needsInForm([], channels) }
      }
      version={record?.version}
      draft={`family/${record?.code ?? 'new'}`}
      nameOf={(path) => nameOf(path, channels)}
      submit={t('save')}
      save={({ values, version }) => putFamily({ ...familyOf(values, record, channels), version })}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

const BLANK: Values = { names: {}, members: [], required: [], languages: ['en'], pictures: 1, safety: true }

function formOf({ attributes, channels, ...family }: Family): Values {
  return {
    ...family,
    ...needsInForm(
      channels,
      channels.map(({ channel }) => channel),
    ),
    members: attributes.map(({ code }) => code),
    required: attributes.filter(({ required }) => required).map(({ code }) => code),
  }
}

/** What is required belongs to it, chosen twice or once. */
function familyOf(values: Values, record: Family | undefined, channels: readonly string[]): Omit<Family, 'version'> {
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
    channels: channels.map((channel) => ({
      channel,
      attributes: [...((values[`${channel}.attributes`] ?? []) as string[])],
      languages: [...((values[`${channel}.languages`] ?? []) as string[])],
      pictures: Number(values[`${channel}.pictures`] ?? 0),
    })),
  }
}

type Needs = Family['channels']

/** What each channel asks beyond, as fields of their own. */
function needsInForm(needs: Needs, channels: readonly string[]): Values {
  return Object.fromEntries(
    channels.flatMap((channel) => {
      const said = needs.find((one) => one.channel === channel)
      return [
        [`${channel}.attributes`, said?.attributes ?? []],
        [`${channel}.languages`, said?.languages ?? []],
        [`${channel}.pictures`, said?.pictures ?? 0],
      ]
    }),
  )
}

function channelFields(
  channels: readonly string[],
  options: readonly Option[],
  t: ReturnType<typeof useTranslations<'catalog.family'>>,
): Field[] {
  return channels.flatMap((channel): Field[] => [
    {
      kind: 'many',
      name: `${channel}.attributes`,
      label: t('channelAttributes', { channel }),
      hint: t('channelHint'),
      optional: true,
      options,
    },
    {
      kind: 'many',
      name: `${channel}.languages`,
      label: t('channelLanguages', { channel }),
      optional: true,
      options: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    },
    {
      kind: 'integer',
      name: `${channel}.pictures`,
      label: t('channelPictures', { channel }),
      minimum: 0,
      maximum: 20,
    },
  ])
}

/** `channels.0.attributes` is a field of the first channel. */
function nameOf(path: string, channels: readonly string[]): string {
  const [, at, part] = /^channels\.(\d+)\.(\w+)/.exec(path) ?? []
  if (at !== undefined && part !== undefined) return `${channels[Number(at)] ?? ''}.${part}`
  return path.replace(/^attributes\..*/, 'members')
}
