import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import formStyles from '../../ui/form/form.module.css'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { loadedOf, useRecordForm } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { marketList } from '../settings/queries.ts'
import { changePurpose, createPurpose, purposeDetail, type Purpose, type PurposeDraft } from './purpose-queries.ts'

const CHANNELS = ['email', 'sms', 'phone', 'post', 'profiling'] as const
const PLACES = ['checkout', 'registration', 'account'] as const

const BLANK: Values = {
  names: {},
  code: '',
  channel: 'email',
  texts: {},
  askedAt: ['checkout', 'account'],
  markets: [],
  confirmed: false,
  softOptIn: false,
  position: 0,
  retired: false,
}

/** What people are asked, in which words, and where. */
export function PurposeForm({ purpose }: { readonly purpose?: Purpose }) {
  const t = useTranslations('customers.purposes.form')
  const navigate = useNavigate()
  const fields = usePurposeFields(purpose)
  const form = useRecordForm({
    fields,
    initial: purpose ? valuesOf(purpose) : BLANK,
    version: purpose?.version,
    draft: `consent-purpose/${purpose?.id ?? 'new'}`,
    ...useSaving(purpose, fields),
    onSaved: (saved) => {
      sayDone(t('saved'))
      const { id } = saved as { readonly id?: string }
      if (!purpose && id !== undefined) void navigate({ to: `/consent-purposes/${id}` })
    },
  })
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
    <FormSheet form={form} submit={t(purpose ? 'save' : 'create')} quiet={purpose !== undefined}>
      <Panel title={t('what')}>{part(['names', 'code', 'channel', 'texts'])}</Panel>
      <Panel title={t('where')}>{part(['askedAt', 'markets', 'position'])}</Panel>
      <Panel title={t('how')}>{part(['confirmed', 'softOptIn', ...(purpose ? ['retired'] : [])])}</Panel>
    </FormSheet>
  )
}

// i18n-dynamic: customers.purposes.form.channels.*, customers.purposes.form.places.*
function usePurposeFields(purpose: Purpose | undefined): Field[] {
  const t = useTranslations('customers.purposes.form')
  const tCustomers = useTranslations('customers')
  const may = useCan()
  const { data: markets } = useQuery({ ...marketList, enabled: may('organisation:read') })
  const permission = 'customers:purposes'
  const fixed = may(permission) ? undefined : tCustomers('needsPermission', { permission })
  const channels = CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))
  const places = PLACES.map((value) => ({ value, label: t(`places.${value}`) }))
  // Markets that are chosen stay choosable for who may not read the shop's own.
  const codes = [...new Set([...(markets?.items ?? []).map(({ code }) => code), ...(purpose?.markets ?? [])])]
  const marketOptions = codes.map((value) => ({ value, label: value.toUpperCase() }))
  const [optional, half] = [true, true]
  return [
    { kind: 'texts', name: 'names', label: t('names'), fixed, maxLength: 120 },
    {
      kind: 'text',
      name: 'code',
      label: t('code'),
      hint: t('codeHint'),
      fixed: purpose ? t('codeFixed') : fixed,
      optional,
      half,
      maxLength: 40,
    },
    { kind: 'choice', name: 'channel', label: t('channel'), fixed, half, options: channels },
    { kind: 'texts', name: 'texts', label: t('texts'), hint: t('textsHint'), fixed, long: true, maxLength: 1000 },
    { kind: 'many', name: 'askedAt', label: t('askedAt'), hint: t('askedAtHint'), fixed, optional, options: places },
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('marketsHint'),
      fixed,
      optional,
      options: marketOptions,
    },
    {
      kind: 'integer',
      name: 'position',
      label: t('position'),
      hint: t('positionHint'),
      fixed,
      half,
      minimum: 0,
      maximum: 1000,
    },
    { kind: 'switch', name: 'confirmed', label: t('confirmed'), hint: t('confirmedHint'), fixed },
    { kind: 'switch', name: 'softOptIn', label: t('softOptIn'), hint: t('softOptInHint'), fixed },
    { kind: 'switch', name: 'retired', label: t('retire'), hint: t('retireHint'), fixed },
  ]
}

function valuesOf({ names, code, channel, texts, askedAt, markets, ...rest }: Purpose): Values {
  const { confirmed, softOptIn, position, retired } = rest
  return { names, code, channel, texts, askedAt, markets, confirmed, softOptIn, position, retired }
}

function draftOf({ names, channel, texts, askedAt, markets, ...rest }: Values): PurposeDraft {
  return {
    names: names as PurposeDraft['names'],
    channel: channel as PurposeDraft['channel'],
    texts: texts as PurposeDraft['texts'],
    askedAt: [...(askedAt as PurposeDraft['askedAt'])],
    markets: [...(markets as string[])],
    confirmed: rest['confirmed'] === true,
    softOptIn: rest['softOptIn'] === true,
    position: Number(rest['position'] ?? 0),
    retired: rest['retired'] === true,
  }
}

/** A new one is made once, however often it is sent; one that is there is changed against what was seen. */
function useSaving(purpose: Purpose | undefined, fields: readonly Field[]) {
  const client = useQueryClient()
  const locale = useLocale()
  const [key] = useState(() => crypto.randomUUID())
  const invalidate = () => client.invalidateQueries({ queryKey: ['customers'] })
  if (!purpose) {
    return {
      save: async ({ values }: { readonly values: Values }) => {
        const { en = '' } = (values['names'] ?? {}) as { readonly en?: string }
        const made = await createPurpose(codeOf(String(values['code'] ?? '') || en) || 'purpose', draftOf(values), key)
        await invalidate()
        return made
      },
    }
  }
  const { id } = purpose
  return {
    save: async ({ values, version }: { readonly values: Values; readonly version: number | undefined }) => {
      const saved = await changePurpose(id, version ?? purpose.version, draftOf(values))
      await invalidate()
      return saved
    },
    reread: async () => {
      const changedBy = lastChanges(client, { department: 'customers', type: 'consent_purpose', id }, locale)
      const latest = await client.fetchQuery({ ...purposeDetail(id), staleTime: 0 })
      return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
    },
  }
}
