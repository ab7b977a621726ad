import { Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { debitFields, USUAL_TERMS } from './debit-fields.ts'
import { codeOf, type Field, type Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import {
  customerGroupChoices,
  paymentMethodList,
  putPaymentMethod,
  type PaymentMethod,
} from './payment-method-queries.ts'
import { useCountries } from './places.ts'
import { marketList } from './queries.ts'
import styles from './settings.module.css'
import { useFormReread } from './use-form-reread.ts'

type Kind = PaymentMethod['kind']
const KINDS: readonly Kind[] = ['provider_hosted', 'bank_transfer', 'cash_on_delivery', 'sepa_debit']
const USUAL_DAYS: Readonly<Record<Kind, number>> = {
  provider_hosted: 1,
  bank_transfer: 7,
  cash_on_delivery: 20,
  sepa_debit: 20,
}

// i18n-dynamic: settings.paymentMethod.kinds.*
/** What kind a way to pay is decides what else is asked; it stays, since payments are opened under it. */
export function PaymentMethodForm(props: FormProps<PaymentMethod>) {
  const t = useTranslations('settings.paymentMethod')
  const { record } = props
  const [kind, setKind] = useState<Kind>(record?.kind ?? 'bank_transfer')
  return (
    <div className={styles.parts}>
      <Select
        label={t('kind')}
        description={record ? t('kindFixed') : undefined}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        allowDeselect={false}
        disabled={record !== undefined}
        onChange={(value) => value && setKind(value as Kind)}
      />
      <MethodFields key={kind} {...props} kind={kind} />
    </div>
  )
}

function MethodFields({ record, kind, onSaved, onCancel }: FormProps<PaymentMethod> & { readonly kind: Kind }) {
  const t = useTranslations('settings.paymentMethod')
  const countries = useCountries()
  const reread = useFormReread(paymentMethodList, record, formOf)
  const can = useCan()
  const seesMarkets = can('organisation:read')
  const marketName = useMarketName()
  const seesGroups = can('customers:read')
  const markets = useQuery({ ...marketList, enabled: seesMarkets })
  const groups = useQuery({ ...customerGroupChoices, enabled: seesGroups })
  if ((seesMarkets && markets.isPending) || (seesGroups && groups.isPending)) return <Skeleton height={320} />
  const sold = markets.data?.items ?? []
  const currencies = [
    ...new Set([...sold.map(({ currency }) => currency), ...Object.keys({ ...record?.minTotal, ...record?.maxTotal })]),
  ]
  const marketOptions = optionsOf(
    sold.map(({ code }) => ({ value: code, label: marketName(code) })),
    record?.markets,
  )
  const groupOptions = optionsOf(
    (groups.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    record?.customerGroups,
  )
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('names'), maxLength: 80 },
    {
      kind: 'texts',
      name: 'instructions',
      label: t('instructions'),
      hint: t('instructionsHint'),
      optional: true,
      long: true,
      maxLength: 300,
    },
    ...(kind === 'bank_transfer'
      ? [
          { kind: 'text' as const, name: 'holder', label: t('holder'), maxLength: 70 },
          { kind: 'text' as const, name: 'iban', label: t('iban'), maxLength: 42 },
          { kind: 'text' as const, name: 'bic', label: t('bic'), hint: t('bicHint'), optional: true, maxLength: 11 },
          {
            kind: 'choice' as const,
            name: 'clears',
            label: t('clears'),
            options: [
              { value: 'payment', label: t('clearsPayment') },
              { value: 'order', label: t('clearsOrder') },
            ],
          },
        ]
      : []),
    ...(kind === 'sepa_debit' ? debitFields(t) : []),
    ...(kind === 'provider_hosted' || kind === 'sepa_debit'
      ? []
      : [
          {
            kind: 'integer' as const,
            name: 'dueDays',
            label: t('dueDays'),
            hint: t(`dueDaysHint.${kind}`),
            minimum: 1,
            maximum: 90,
          },
        ]),
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('noneIsAll'),
      optional: true,
      options: marketOptions,
    },
    {
      kind: 'many',
      name: 'countries',
      label: t('countries'),
      hint: t('noneIsAll'),
      optional: true,
      options: countries,
    },
    { kind: 'moneys', name: 'minTotal', label: t('minTotal'), optional: true, currencies },
    { kind: 'moneys', name: 'maxTotal', label: t('maxTotal'), optional: true, currencies },
    ...(groupOptions.length > 0
      ? [
          {
            kind: 'many' as const,
            name: 'customerGroups',
            label: t('groups'),
            hint: t('groupsHint'),
            optional: true,
            options: groupOptions,
          },
        ]
      : []),
    { kind: 'switch', name: 'active', label: t('active') },
  ]
  const initial: Values = record
    ? formOf(record)
    : {
        ...(kind === 'sepa_debit' ? USUAL_TERMS : {}),
        clears: 'payment',
        dueDays: USUAL_DAYS[kind],
        markets: [],
        countries: [],
        minTotal: {},
        maxTotal: {},
        customerGroups: [],
        active: true,
      }
  const save = ({ values, version }: Sent) => {
    const {
      holder = '',
      iban = '',
      bic = '',
      creditorId = '',
      creditorName: name = '',
      noticeDays = 14,
      leadDays = 1,
      cutOff = '',
      message = '',
      ...body
    } = Object.fromEntries(fields.map(({ name }) => [name, withoutEmpty(values[name] ?? EMPTY[name])]))
    const names = values['names'] as Readonly<Record<string, string | undefined>>
    const code = record?.code ?? (codeOf(names['en'] || Object.values(names).find(Boolean) || '') || 'method')
    return putPaymentMethod(code, version, {
      clears: kind === 'cash_on_delivery' ? 'order' : 'payment',
      dueDays: USUAL_DAYS[kind],
      customerGroups: record?.customerGroups ?? [],
      ...body,
      kind,
      account: kind === 'bank_transfer' ? { holder, iban, bic } : null,
      debit: kind === 'sepa_debit' ? { creditorId, name, iban, bic, noticeDays, leadDays, cutOff, message } : null,
      provider: record?.provider ?? null,
      currencies: record?.currencies ?? [],
      ...(record ? { position: record.position } : {}),
    })
  }
  return (
    <RecordForm
      fields={fields}
      initial={initial}
      version={record?.version}
      draft={`payment-method/${record?.code ?? `new-${kind}`}`}
      submit={t('save')}
      save={save}
      nameOf={(path) => path.replace(/^debit\.name$/, 'creditorName').replace(/^(account|debit)\./, '')}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}

/** The account, and the terms of direct debits, stand in the form as fields of their own. */
const formOf = (method: PaymentMethod): Values => ({
  ...method,
  ...method.account,
  ...method.debit,
  creditorName: method.debit?.name,
})

/** What each field holds when nothing stands in it. */
const EMPTY: Values = { instructions: {}, minTotal: {}, maxTotal: {}, markets: [], countries: [], customerGroups: [] }

interface Choice {
  readonly value: string
  readonly label: string
}

/** Those that were chosen before stay choosable, also by who may not see what they are called. */
function optionsOf(known: readonly Choice[], chosen: readonly string[] = []): readonly Choice[] {
  const missing = chosen.filter((value) => !known.some((one) => one.value === value))
  return [...known, ...missing.map((value) => ({ value, label: value }))]
}

/** A language or a currency that was emptied has none. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== '' && one !== undefined))
}
