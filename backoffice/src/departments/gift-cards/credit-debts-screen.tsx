import { Button, Skeleton } from '@mantine/core'
import { IconCoin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { creditDebts, type CreditDebts } from './credit-queries.ts'
import styles from './gift-cards.module.css'

/** How much is owed to customers by name at the end of a day, how it came about, to whom, and that the books say the same. */
export default function CreditDebtsScreen() {
  const t = useTranslations('gift-cards.credit.debts')
  const [day, setDay] = useState<string | Unread | undefined>()
  const { data, error, refetch } = useQuery(creditDebts(isUnread(day) ? undefined : day))
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/gift-cards', label: useTranslations('gift-cards')('title') }}
        actions={
          <Button variant="default" component={Link} to="/store-credits">
            {t('grants')}
          </Button>
        }
      />
      <div className={styles.stack}>
        <div className={styles.day}>
          <DayInput name="on" label={t('on')} value={day ?? data?.on} onChange={setDay} />
        </div>
        {data ? (
          <Debts debts={data} />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={360} radius="lg" />
        )}
      </div>
    </>
  )
}

function Debts({ debts: { totals, holders } }: { readonly debts: CreditDebts }) {
  const t = useTranslations('gift-cards.credit.debts')
  if (totals.length === 0) {
    return (
      <Panel>
        <EmptyState icon={IconCoin} title={t('none')}>
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
            {holders.map(({ customerId, name, email, balance }) => (
              <PanelLine
                key={`${customerId} ${balance.currency}`}
                title={name || email}
                note={name ? email : undefined}
                to={`/customers/${customerId}`}
              >
                <span className={styles.figures}>
                  <MoneyText value={balance} />
                </span>
              </PanelLine>
            ))}
          </PanelLines>
        </Panel>
      )}
    </>
  )
}

function TotalPanel({ total }: { readonly total: CreditDebts['totals'][number] }) {
  const t = useTranslations('gift-cards.credit.debts')
  const { entity, currency, customers, balance, ledger, granted, spent, adjusted, lapsed } = total
  const agrees = ledger.amount === balance.amount
  const minus = ({ amount, currency: of }: typeof spent) => ({ amount: -amount, currency: of })
  return (
    <Panel
      title={t('of', { entity, currency })}
      aside={<StateBadge tone={agrees ? 'good' : 'danger'}>{t(agrees ? 'agrees' : 'differs')}</StateBadge>}
    >
      <div className={styles.body}>
        <span className={styles.figure}>
          <MoneyText value={balance} />
        </span>
        <p className="dimmed">{t('customers', { count: customers })}</p>
        <Facts
          items={[
            [t('granted'), <MoneyText key="granted" value={granted} />],
            [t('spent'), spent.amount !== 0 && <MoneyText key="spent" value={minus(spent)} />],
            [t('adjusted'), adjusted.amount !== 0 && <MoneyText key="adjusted" value={adjusted} />],
            [t('lapsed'), lapsed.amount !== 0 && <MoneyText key="lapsed" value={minus(lapsed)} />],
            [t('books'), <MoneyText key="books" value={ledger} />],
          ]}
        />
      </div>
    </Panel>
  )
}
