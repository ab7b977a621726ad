import { Button, Skeleton } from '@mantine/core'
import { IconGift } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './gift-cards.module.css'
import { debts, rules, type Debt, type Rule } from './queries.ts'
import { RuleDialog } from './rule-dialog.tsx'

// i18n-dynamic: gift-cards.debts.ages.*

const AGES = ['to_3', 'to_12', 'to_24', 'older'] as const

/** How much is owed on cards, how old it is, and that the books say the same. */
export default function DebtsScreen() {
  const t = useTranslations('gift-cards.debts')
  const { data, error, refetch } = useQuery(debts)
  const back = { to: '/gift-cards', label: useTranslations('gift-cards')('title') }
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('meaning')} back={back} />
      {data ? (
        <div className={styles.stack}>
          {data.items.length === 0 && (
            <Panel>
              <EmptyState icon={IconGift} title={t('none')}>
                {t('noneMeaning')}
              </EmptyState>
            </Panel>
          )}
          {data.items.map((debt) => (
            <DebtPanel key={`${debt.entity} ${debt.currency}`} debt={debt} />
          ))}
          <Rules />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={360} radius="lg" />
      )}
    </>
  )
}

function DebtPanel({ debt }: { readonly debt: Debt }) {
  const t = useTranslations('gift-cards.debts')
  const { entity, currency, cards, balance, held, expired, ledger, ages } = debt
  const agrees = ledger.amount === balance.amount
  return (
    <Panel
      title={t('of', { entity, currency })}
      aside={<StateBadge tone={agrees ? 'good' : 'danger'}>{t(agrees ? 'agrees' : 'differs')}</StateBadge>}
    >
      <div className={styles.body}>
        <span className={styles.figure}>
          <MoneyText value={balance} />
        </span>
        <p className="dimmed">{t('cards', { count: cards })}</p>
        <Facts
          items={[
            ...AGES.map(
              (age) => [t(`ages.${age}`), ages[age].amount > 0 && <MoneyText key={age} value={ages[age]} />] as const,
            ),
            [t('held'), held.amount > 0 && <MoneyText key="held" value={held} />],
            [t('expired'), expired.amount > 0 && <MoneyText key="expired" value={expired} />],
            [t('books'), <MoneyText key="books" value={ledger} />],
          ]}
        />
      </div>
    </Panel>
  )
}

/** How long new cards of each market are good for. */
function Rules() {
  const t = useTranslations('gift-cards.rules')
  const mayWrite = useCan()('gift-cards:write')
  const { data, error, refetch } = useQuery(rules)
  const [changing, setChanging] = useState<Rule>()
  const marketName = useMarketName()
  return (
    <Panel title={t('title')} flush>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PanelLines>
        {(data?.items ?? []).map((rule) => (
          <PanelLine
            key={rule.market}
            title={marketName(rule.market)}
            note={rule.validMonths === 0 ? t('forEver') : t('months', { count: rule.validMonths })}
          >
            {mayWrite && (
              <Button
                variant="default"
                aria-label={t('changeOf', { market: marketName(rule.market) })}
                onClick={() => setChanging(rule)}
              >
                {t('change')}
              </Button>
            )}
          </PanelLine>
        ))}
      </PanelLines>
      {changing && <RuleDialog rule={changing} onClose={() => setChanging(undefined)} />}
    </Panel>
  )
}
