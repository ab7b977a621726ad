import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { IconStars } from '@tabler/icons-react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './loyalty.module.css'
import { termsFrom, usualTerms, valuesOf } from './programme-values.ts'
import { programmes, putProgramme, versionsOf, type Programme, type Programmes } from './queries.ts'

/** The programme of one market, and what it was before: orders keep the version under which they were placed. */
export default function ProgrammeScreen() {
  const t = useTranslations('loyalty')
  const { market = '' } = useParams({ strict: false }) as { market?: string }
  const { data, error, refetch } = useQuery(programmes)
  const nameOf = useMarketName()
  const programme = data?.items.find((one) => one.market === market)
  const name = programme?.terms?.names[useLocale()] ?? programme?.terms?.names['en']
  return (
    <>
      <PageHeader
        title={name ?? t('programmes.of', { market: nameOf(market) })}
        subtitle={t('programme.meaning')}
        back={{ to: '/loyalty', label: t('title') }}
      />
      {data && programme ? (
        <div className={styles.stack}>
          <ProgrammeForm key={market} programme={programme} choices={data.choices} />
          <Versions programme={programme} />
        </div>
      ) : data ? (
        <Panel>
          <EmptyState icon={IconStars} title={t('programme.noMarket')}>
            {t('programme.noMarketRemedy')}
          </EmptyState>
        </Panel>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={480} radius="lg" />
      )}
    </>
  )
}

interface FormProps {
  readonly programme: Programme
  readonly choices: Programmes['choices']
}

function ProgrammeForm({ programme: { market, currency, terms }, choices }: FormProps) {
  const t = useTranslations('loyalty.programme')
  const client = useQueryClient()
  const mayWrite = useCan()('loyalty:write')
  const fields = useFields(currency, choices).map((field): Field =>
    mayWrite ? field : { ...field, fixed: t('readOnly') },
  )
  const initial = terms ? valuesOf(currency, terms) : usualTerms(currency)
  const reread = async () => {
    const latest = await client.fetchQuery({ ...programmes, staleTime: 0 })
    const now = latest.items.find((one) => one.market === market)?.terms
    return loadedOf(fields, now ? valuesOf(currency, now) : initial, now?.version)
  }
  return (
    <Panel title={t('terms')}>
      <RecordForm
        fields={fields}
        initial={initial}
        {...(terms && { version: terms.version, reread })}
        draft={`loyalty/${market}`}
        submit={t(terms ? 'save' : 'start')}
        quiet={terms !== null || !mayWrite}
        save={({ values, version }) => putProgramme(market, version, termsFrom(values))}
        onSaved={async () => {
          await client.invalidateQueries({ queryKey: ['loyalty'] })
          sayDone(t('saved'))
        }}
      />
    </Panel>
  )
}

function useFields(currency: string, choices: Programmes['choices']): Field[] {
  const t = useTranslations('loyalty.programme')
  return [
    { kind: 'switch', name: 'running', label: t('running'), hint: t('runningHint') },
    { kind: 'texts', name: 'names', label: t('names'), hint: t('namesHint'), maxLength: 80, show: 'all' },
    { kind: 'integer', name: 'earnPoints', label: t('earnPoints'), half: true, minimum: 1, maximum: 10_000 },
    { kind: 'money', name: 'earnAmount', label: t('earnAmount'), half: true, currency },
    {
      kind: 'choice',
      name: 'tax',
      label: t('tax'),
      half: true,
      options: [
        { value: 'with', label: t('withTax') },
        { value: 'without', label: t('withoutTax') },
      ],
    },
    { kind: 'money', name: 'pointWorth', label: t('pointWorth'), hint: t('pointWorthHint'), half: true, currency },
    { kind: 'integer', name: 'leastPoints', label: t('leastPoints'), half: true, minimum: 1, maximum: 10_000_000 },
    {
      kind: 'integer',
      name: 'confirmDays',
      label: t('confirmDays'),
      hint: t('confirmDaysHint'),
      half: true,
      minimum: 0,
      maximum: 365,
    },
    {
      kind: 'integer',
      name: 'expiryMonths',
      label: t('expiryMonths'),
      hint: t('expiryMonthsHint'),
      half: true,
      minimum: 0,
      maximum: 120,
    },
    {
      kind: 'choice',
      name: 'expiresAfter',
      label: t('expiresAfter'),
      half: true,
      options: [
        { value: 'earning', label: t('afterEarning') },
        { value: 'activity', label: t('afterActivity') },
      ],
    },
    {
      kind: 'many',
      name: 'excludedCategories',
      label: t('excludedCategories'),
      optional: true,
      options: choices.categories.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'many',
      name: 'excludedGroups',
      label: t('excludedGroups'),
      optional: true,
      options: choices.groups.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'decimal',
      name: 'redemption',
      label: t('redemption'),
      hint: t('redemptionHint'),
      scale: 2,
      unit: '%',
    },
  ]
}

function Versions({ programme: { market, currency, terms } }: { readonly programme: Programme }) {
  const t = useTranslations('loyalty')
  const { data } = useQuery({ ...versionsOf(market), enabled: terms !== null })
  if (!data || data.items.length < 2) return null
  return (
    <Panel title={t('programme.versions')} flush>
      <PanelLines>
        {data.items.map(({ version, from, running, earnPoints, earnAmount, pointWorth }) => (
          <PanelLine
            key={version}
            title={t('programme.version', { number: version })}
            note={
              <>
                <DateText value={from} />
                {' · '}
                {running
                  ? t.rich('programmes.rate', {
                      points: earnPoints,
                      spent: () => <MoneyText value={{ amount: earnAmount, currency }} />,
                      worth: () => <MoneyText value={{ amount: pointWorth, currency }} />,
                    })
                  : t('programmes.off')}
              </>
            }
          />
        ))}
      </PanelLines>
    </Panel>
  )
}
