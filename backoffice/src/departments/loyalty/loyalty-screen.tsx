import { Skeleton } from '@mantine/core'
import { IconStars } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { DayText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './loyalty.module.css'
import { pointsDebts, programmes, type PointsDebts, type Programme } from './queries.ts'

// i18n-dynamic: loyalty.debts.ages.*, loyalty.debts.ends.*

const AGES = ['to_3', 'to_12', 'to_24', 'older'] as const
const ENDS = ['in_30', 'in_90', 'in_365', 'later', 'never'] as const

/** The programme of each market, what is owed for points, to whom, and that the books say the same. */
export default function LoyaltyScreen() {
  const t = useTranslations('loyalty')
  const known = useQuery(programmes)
  const owed = useQuery(pointsDebts)
  const error = known.error ?? owed.error
  const retry = () => void Promise.all([known.refetch(), owed.refetch()])
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('meaning')} />
      {known.data && owed.data ? (
        <div className={styles.stack}>
          <Programmes items={known.data.items} />
          <Debts debts={owed.data} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
    </>
  )
}

function Programmes({ items }: { readonly items: readonly Programme[] }) {
  const t = useTranslations('loyalty.programmes')
  return (
    <Panel title={t('title')} flush>
      <PanelLines>
        {items.map((programme) => (
          <ProgrammeLine key={programme.market} programme={programme} />
        ))}
      </PanelLines>
    </Panel>
  )
}

function ProgrammeLine({ programme: { market, currency, terms } }: { readonly programme: Programme }) {
  const t = useTranslations('loyalty.programmes')
  const locale = useLocale()
  const nameOf = useMarketName()
  const name = terms?.names[locale] ?? terms?.names['en']
  return (
    <PanelLine
      to={`/loyalty/${market}`}
      title={name === undefined ? nameOf(market) : `${nameOf(market)} · ${name}`}
      note={
        terms
          ? t.rich('rate', {
              points: terms.earnPoints,
              spent: () => <MoneyText value={{ amount: terms.earnAmount, currency }} />,
              worth: () => <MoneyText value={{ amount: terms.pointWorth, currency }} />,
            })
          : t('noneYet')
      }
    >
      <StateBadge tone={terms?.running ? 'good' : 'neutral'}>{t(terms?.running ? 'running' : 'off')}</StateBadge>
    </PanelLine>
  )
}

function Debts({ debts: { totals, holders } }: { readonly debts: PointsDebts }) {
  const t = useTranslations('loyalty.debts')
  if (totals.length === 0) {
    return (
      <Panel title={t('title')}>
        <EmptyState icon={IconStars} title={t('none')}>
          {t('noneMeaning')}
        </EmptyState>
      </Panel>
    )
  }
  return (
    <>
      {totals.map((total) => (
        <TotalPanel key={`${total.entity} ${total.currency}`} total={total} />
      ))}
      {holders.length > 0 && (
        <Panel title={t('toWhom')} flush>
          <PanelLines>
            {holders.map(({ customerId, name, email, points, worth, expiresOn }) => (
              <PanelLine
                key={`${customerId} ${worth.currency}`}
                title={name || email}
                note={
                  expiresOn === null ? t('forEver') : t.rich('firstEnd', { day: () => <DayText value={expiresOn} /> })
                }
                to={`/customers/${customerId}`}
              >
                <span className={styles.figures}>
                  <strong>{t('points', { count: points })}</strong>
                  <span className={styles.note}>
                    <MoneyText value={worth} />
                  </span>
                </span>
              </PanelLine>
            ))}
          </PanelLines>
        </Panel>
      )}
    </>
  )
}

function TotalPanel({ total }: { readonly total: PointsDebts['totals'][number] }) {
  const t = useTranslations('loyalty.debts')
  const { entity, currency, customers, points, pending, debt, worth, owed, ledger, ages, ends } = total
  const agrees = ledger.amount === owed.amount
  return (
    <Panel
      title={t('of', { entity, currency })}
      aside={<StateBadge tone={agrees ? 'good' : 'danger'}>{t(agrees ? 'agrees' : 'differs')}</StateBadge>}
    >
      <div className={styles.body}>
        <span className={styles.figure}>
          <MoneyText value={owed} />
        </span>
        <p className="dimmed">{t('customers', { count: customers, points })}</p>
        <Facts
          items={[
            [t('worth'), <MoneyText key="worth" value={worth} />],
            [t('books'), <MoneyText key="books" value={ledger} />],
            [t('pending'), pending > 0 && t('points', { count: pending })],
            [t('debt'), debt > 0 && t('points', { count: debt })],
          ]}
        />
        <div className={styles.columns}>
          <section>
            <h3 className={styles.small}>{t('byAge')}</h3>
            <Facts
              items={AGES.map(
                (age) => [t(`ages.${age}`), ages[age].amount > 0 && <MoneyText key={age} value={ages[age]} />] as const,
              )}
            />
          </section>
          <section>
            <h3 className={styles.small}>{t('byEnd')}</h3>
            <Facts
              items={ENDS.map(
                (end) => [t(`ends.${end}`), ends[end].amount > 0 && <MoneyText key={end} value={ends[end]} />] as const,
              )}
            />
          </section>
        </div>
      </div>
    </Panel>
  )
}
