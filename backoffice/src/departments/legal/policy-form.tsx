import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { policyDetail, saveDraft, type Policy } from './queries.ts'

const LONGEST = 60_000
const UNTIL = ['packing', 'payment', 'minutes', 'never'] as const
// i18n-dynamic: legal.form.cancelUntils.*

/** The draft: its words in every language, and the rules that programs read and the words name. */
export function PolicyForm({ policy, onSaved }: { readonly policy: Policy; readonly onSaved: () => void }) {
  const t = useTranslations('legal.form')
  const client = useQueryClient()
  const mayWrite = useCan()('legal:write')
  const fixed = mayWrite ? undefined : t('needsPermission')
  const fields: Field[] = [
    {
      kind: 'texts',
      name: 'texts',
      label: t('text'),
      hint: t('blanks', { blanks: policy.blanks.map((blank) => `{${blank}}`).join(', ') }),
      rich: true,
      show: 'one',
      maxLength: LONGEST,
      fixed,
    },
    ...ruleFields(policy, t).map((field) => ({ ...field, fixed })),
  ]
  const reread = async () => {
    const latest = await client.fetchQuery({ ...policyDetail(policy.market, policy.kind), staleTime: 0 })
    return loadedOf(fields, valuesOf(latest), latest.draft?.version ?? 0)
  }
  const save = ({ values, version }: Sent) => {
    const { texts, ...rules } = values
    return saveDraft(policy, version, { texts: texts as Policy['readyMade']['texts'], rules: rulesOf(rules) })
  }
  return (
    <RecordForm
      fields={fields}
      initial={valuesOf(policy)}
      version={policy.draft?.version}
      draft={`policy/${policy.market}/${policy.kind}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(policy.draft ? { reread } : {})}
    />
  )
}

type Words = ReturnType<typeof useTranslations<'legal.form'>>

function ruleFields({ rules }: Policy, t: Words): Field[] {
  const days = { kind: 'integer', minimum: 0, maximum: 3650, unit: t('days'), half: true, optional: true } as const
  const all: Field[] = [
    { ...days, name: 'withdrawalDays', label: t('withdrawalDays'), hint: t('withdrawalDaysHint') },
    { ...days, name: 'returnDays', label: t('returnDays'), hint: t('returnDaysHint') },
    {
      kind: 'choice',
      name: 'returnPostage',
      label: t('returnPostage'),
      half: true,
      optional: true,
      options: [
        { value: 'customer', label: t('byCustomer') },
        { value: 'shop', label: t('byShop') },
      ],
    },
    {
      kind: 'integer',
      name: 'warrantyMonths',
      label: t('warrantyMonths'),
      hint: t('warrantyMonthsHint'),
      minimum: 0,
      maximum: 600,
      unit: t('months'),
      half: true,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'cancelUntil',
      label: t('cancelUntil'),
      hint: t('cancelUntilHint'),
      half: true,
      optional: true,
      options: UNTIL.map((value) => ({ value, label: t(`cancelUntils.${value}`) })),
    },
    {
      kind: 'integer',
      name: 'cancelMinutes',
      label: t('cancelMinutes'),
      hint: t('cancelMinutesHint'),
      minimum: 1,
      maximum: 10_080,
      unit: t('minutes'),
      half: true,
      optional: true,
    },
  ]
  return all.filter(({ name }) => rules.includes(name))
}

/** Where nothing is being written yet: what is in force, or what the house brings along. */
function valuesOf({ draft, versions, inForce, readyMade }: Policy): Values {
  const { texts, rules } = draft ?? versions.find(({ id }) => id === inForce) ?? readyMade
  return { texts, ...rules }
}

function rulesOf(values: Values): Policy['readyMade']['rules'] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}
