import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { FormField, FormSheet } from '../../ui/form/record-form.tsx'
import { useRecordForm } from '../../ui/form/use-record-form.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { AssigneeSelect } from '../work/assignee-select.tsx'
import type { Assignee } from '../work/todo-queries.ts'
import { ruleTrial, saveRule, type HoldRule, type HoldRules } from './desk-queries.ts'
import styles from './desk.module.css'
import { PARTS, RULE_KINDS, termsOf, valuesOf, type RuleKind } from './hold-rule-values.ts'

interface HoldRuleDialogProps {
  /** Undefined while it is made. */
  readonly rule: HoldRule | undefined
  readonly markets: HoldRules['markets']
  readonly onClose: () => void
}

/** A rule, with what it would have held of the last three months' orders while it is put together. */
export function HoldRuleDialog({ rule, markets, onClose }: HoldRuleDialogProps) {
  const t = useTranslations('orders.rules')
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const initial = useMemo(() => valuesOf(rule), [rule])
  const [kind, setKind] = useState(initial.kind)
  const [assignee, setAssignee] = useState(assigneeOf(rule))
  const fields = useRuleFields(kind, markets)
  const form = useRecordForm({
    fields,
    initial,
    version: rule?.version,
    nameOf: (path) => path.replace(/^terms\./, '').replace(/\.\d+$/, ''),
    save: ({ values }) => {
      const terms = termsOf(values)
      if (!terms) throw new Error('a rule without terms')
      const asked = values['assignee'] as string
      return saveRule(
        rule,
        {
          terms,
          markets: values['markets'] as string[],
          active: values['active'] === true,
          assignee: asked === '' ? null : asked,
        },
        key,
      )
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('saved'))
      onClose()
    },
  })
  const now = form.values['kind'] as RuleKind
  if (now !== kind) setKind(now)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(rule ? 'changeTitle' : 'add')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <FormSheet form={form} submit={t('save')} onCancel={onClose}>
        {['kind', ...PARTS[kind], 'markets'].map((name) => (
          <FormField key={name} form={form} name={name} />
        ))}
        <AssigneeSelect
          optional
          label={t('assignee')}
          description={t('assigneeHint')}
          value={assignee}
          error={form.errorOf('assignee')}
          onChange={(chosen) => {
            setAssignee(chosen)
            form.set('assignee', chosen ? `${chosen.kind}:${chosen.id}` : '')
          }}
        />
        <FormField form={form} name="active" />
        <Trial values={form.values} />
      </FormSheet>
    </Modal>
  )
}

function assigneeOf(rule: HoldRule | undefined): Assignee | undefined {
  if (!rule?.assignee) return undefined
  const [kind = '', id = ''] = rule.assignee.split(':')
  return { kind: kind as Assignee['kind'], id, name: rule.assigneeName ?? id }
}

// i18n-dynamic: orders.rules.kinds.*
function useRuleFields(kind: RuleKind, markets: HoldRules['markets']): Field[] {
  const marketName = useMarketName()
  const t = useTranslations('orders.rules')
  const currencies = [...new Set(markets.map(({ currency }) => currency))]
  const parts: Readonly<Record<string, Field>> = {
    over: { kind: 'moneys', name: 'over', label: t('over'), hint: t('overHint'), currencies },
    firstTime: { kind: 'switch', name: 'firstTime', label: t('firstTime') },
    orders: { kind: 'integer', name: 'orders', label: t('orders'), half: true, minimum: 2, maximum: 50 },
    hours: { kind: 'integer', name: 'hours', label: t('hours'), half: true, minimum: 1, maximum: 168 },
    domains: { kind: 'tags', name: 'domains', label: t('domains'), hint: t('domainsHint'), maxLength: 255 },
  }
  return [
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      options: RULE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    ...PARTS[kind].flatMap((name) => parts[name] ?? []),
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('marketsHint'),
      optional: true,
      options: markets.map(({ code }) => ({ value: code, label: marketName(code) })),
    },
    { kind: 'own', name: 'assignee', label: t('assignee'), optional: true, say: String },
    { kind: 'switch', name: 'active', label: t('active') },
  ]
}

const TYPING_MS = 400

/** On the real orders of the last 90 days. */
function Trial({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const t = useTranslations('orders.rules')
  const asked = JSON.stringify({ terms: termsOf(values), markets: values['markets'] })
  const [settled] = useDebouncedValue(asked, TYPING_MS)
  const { terms, markets } = JSON.parse(settled) as { terms?: HoldRule['terms']; markets: string[] }
  const { data } = useQuery(ruleTrial(terms, markets, useLocale()))
  if (!data || terms === undefined) {
    return <p className={styles.note}>{t('trialHint')}</p>
  }
  return (
    <section className={styles.trial} aria-live="polite">
      <p className={styles.sentence}>{data.sentence}</p>
      <p className={styles.note}>
        {data.knowable
          ? t(data.capped ? 'wouldHoldNewest' : 'wouldHold', { held: data.held, looked: data.looked, days: data.days })
          : t('notKnowable')}
      </p>
      {data.knowable && data.examples.length > 0 && (
        <ul className={styles.examples}>
          {data.examples.map(({ id, number, placedAt, total, words }) => (
            <li key={id}>
              <a href={`/office/orders/${id}`} target="_blank" rel="noreferrer" title={words}>
                {number}
              </a>
              <DateText value={placedAt} />
              <MoneyText value={total} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
