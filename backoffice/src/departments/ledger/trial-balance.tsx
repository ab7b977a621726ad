import { Skeleton } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './ledger.module.css'
import { trialBalance, type AccountBalance } from './queries.ts'

// i18n-dynamic: ledger.accounts.*, ledger.kinds.*

export function TrialBalance() {
  const t = useTranslations('ledger.balance')
  const { data, error, refetch } = useQuery(trialBalance)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={320} radius="lg" />
  if (data.accounts.length === 0) {
    return (
      <Panel>
        <EmptyState icon={IconScale} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      </Panel>
    )
  }
  const currencies = [...new Set(data.accounts.map(({ balance }) => balance.currency))].sort()
  return (
    <div className={styles.stack}>
      {currencies.map((currency) => (
        <BalanceTable
          key={currency}
          currency={currency}
          accounts={data.accounts.filter(({ balance }) => balance.currency === currency)}
        />
      ))}
    </div>
  )
}

function BalanceTable({
  currency,
  accounts,
}: {
  readonly currency: string
  readonly accounts: readonly AccountBalance[]
}) {
  const t = useTranslations('ledger.balance')
  const say = useCodeWords()
  const debit = sum(
    currency,
    accounts.map((account) => account.debit),
  )
  const credit = sum(
    currency,
    accounts.map((account) => account.credit),
  )
  const balance = sum(
    currency,
    accounts.map((account) => account.balance),
  )
  return (
    <Panel title={t('inCurrency', { currency })} flush>
      <ScrollBox label={t('inCurrency', { currency })}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('account')}</th>
              <th scope="col" className={styles.kind}>
                {t('kind')}
              </th>
              <th scope="col" data-align="end">
                {t('debit')}
              </th>
              <th scope="col" data-align="end">
                {t('credit')}
              </th>
              <th scope="col" data-align="end">
                {t('balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.code}>
                <th scope="row">{say('ledger.accounts', account.code)}</th>
                <td className={`dimmed ${styles.kind}`}>{say('ledger.kinds', account.kind)}</td>
                <td data-align="end">
                  <MoneyText value={account.debit} />
                </td>
                <td data-align="end">
                  <MoneyText value={account.credit} />
                </td>
                <td data-align="end">
                  <MoneyText value={account.balance} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td className={`dimmed ${styles.kind}`}>{currency}</td>
              <td data-align="end">
                <MoneyText value={debit} />
              </td>
              <td data-align="end">
                <MoneyText value={credit} />
              </td>
              <td data-align="end">
                <MoneyText value={balance} />
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </Panel>
  )
}

/** Adds whole minor units for the foot of a table; an integer below 2^53 adds exactly. */
function sum(currency: string, amounts: readonly Money[]): Money {
  return { currency, amount: amounts.reduce((total, { amount }) => total + amount, 0) }
}
