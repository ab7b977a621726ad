import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import formStyles from '../../ui/form/form.module.css'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useCountries } from '../settings/places.ts'
import { changeGroup, createGroup, groupDetail, type CustomerGroup } from './group-queries.ts'
import { BLANK, draftOf, nameOf, valuesOf } from './group-values.ts'

const permission = 'customers:write'
const CONDITIONS = ['countries', 'emailDomains', 'labels', 'locales', 'registered', 'spent', 'orders', 'days']

interface GroupFormProps {
  /** Undefined while it is made. */
  readonly group?: CustomerGroup
  /** What is spent is counted in it. */
  readonly currency: string
}

/** A group's name, and the rule by which customers come into it. */
export function GroupForm({ group, currency }: GroupFormProps) {
  const t = useTranslations('customers.groups.form')
  const navigate = useNavigate()
  const fields = useGroupFields(group, currency)
  const saving = useSaving(group, fields)
  const form = useRecordForm({
    fields,
    initial: group ? valuesOf(group) : BLANK,
    version: group?.version,
    draft: `customer-group/${group?.id ?? 'new'}`,
    nameOf,
    ...saving,
    onSaved: (saved) => {
      sayDone(t('saved'))
      const { id } = saved as { readonly id?: string }
      if (!group && id !== undefined) void navigate({ to: `/customer-groups/${id}` })
    },
  })
  const isRuled = form.values['way'] === 'rule'
  const part = (names: readonly string[]) => (
    <div className={formStyles.fields}>
      {names.map((name) => (
        <div key={name} data-half={fields.find((field) => field.name === name)?.half}>
          <FormField form={form} name={name} />
        </div>
      ))}
    </div>
  )
  return (
    <FormSheet form={form} submit={t(group ? 'save' : 'create')} quiet={group !== undefined}>
      <Panel title={t('words')}>{part(group ? ['names'] : ['names', 'code'])}</Panel>
      <Panel title={t('who')}>{part(isRuled ? ['way', ...CONDITIONS] : ['way'])}</Panel>
    </FormSheet>
  )
}

// i18n-dynamic: customers.groups.form.ways.*
function useGroupFields(group: CustomerGroup | undefined, currency: string): Field[] {
  const t = useTranslations('customers.groups.form')
  const tCustomers = useTranslations('customers')
  const countries = useCountries()
  const fixed = useCan()(permission) ? undefined : tCustomers('needsPermission', { permission })
  const [optional, half] = [true, true]
  const ways = (['hand', 'rule'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))
  const locales = Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))
  const spentIn = group?.rule?.spentAtLeast?.currency ?? currency
  const common = { fixed, optional }
  return [
    { kind: 'texts', name: 'names', label: t('names'), fixed, maxLength: 120 },
    {
      kind: 'text',
      name: 'code',
      label: t('code'),
      hint: t('codeHint'),
      fixed: group ? t('codeFixed') : fixed,
      optional,
      half,
      maxLength: 40,
    },
    { kind: 'choice', name: 'way', label: t('way'), hint: t('wayHint'), fixed, options: ways },
    { kind: 'many', name: 'countries', label: t('countries'), hint: t('countriesHint'), ...common, options: countries },
    {
      kind: 'tags',
      name: 'emailDomains',
      label: t('domains'),
      hint: t('domainsHint'),
      ...common,
      half,
      maxLength: 253,
    },
    { kind: 'tags', name: 'labels', label: t('labels'), hint: t('labelsHint'), ...common, half, maxLength: 60 },
    { kind: 'many', name: 'locales', label: t('languages'), ...common, options: locales },
    { kind: 'switch', name: 'registered', label: t('registered'), fixed },
    { kind: 'money', name: 'spent', label: t('spent'), hint: t('spentHint'), ...common, half, currency: spentIn },
    { kind: 'integer', name: 'orders', label: t('orders'), ...common, half, minimum: 1, maximum: 100_000 },
    {
      kind: 'integer',
      name: 'days',
      label: t('days'),
      hint: t('daysHint'),
      ...common,
      half,
      minimum: 1,
      maximum: 3650,
    },
  ]
}

/** A new one is made once, however often it is sent; one that is there is changed against what was seen. */
function useSaving(group: CustomerGroup | undefined, fields: readonly Field[]) {
  const client = useQueryClient()
  const locale = useLocale()
  const [key] = useState(() => crypto.randomUUID())
  const invalidate = () => client.invalidateQueries({ queryKey: ['customers'] })
  if (!group) {
    return {
      save: async ({ values }: { readonly values: Values }) => {
        const { en = '' } = (values['names'] ?? {}) as { readonly en?: string }
        const made = await createGroup(codeOf(String(values['code'] ?? '') || en) || 'group', draftOf(values), key)
        await invalidate()
        return made
      },
    }
  }
  const { id } = group
  return {
    save: async ({ values, version }: { readonly values: Values; readonly version: number | undefined }) => {
      const saved = await changeGroup(id, version ?? group.version, draftOf(values))
      await invalidate()
      return saved
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'customers', type: 'customer_group', id }, locale)
      const latest = await client.fetchQuery({ ...groupDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
    },
  }
}
