import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { providerBalances } from './payout-queries.ts'
import styles from './payouts.module.css'

/** Where the money stands: with providers, on its way, or in nobody's explanation. */
export function ProviderBalances() {
  const t = useTranslations('payments.payouts.balances')
  const { data } = useQuery(providerBalances)
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <div className={styles.balances}>
      {items.map(({ currency, held, awaited, late, latePayments, inTransit, unexplained }) => (
        <Panel key={currency} title={t('title', { currency })}>
          <Facts
            items={[
              [t('held'), <MoneyText key="held" value={held} />],
              [t('awaited'), <MoneyText key="awaited" value={awaited} />],
              [
                t('late'),
                latePayments > 0 && (
                  <span key="late">
                    <MoneyText value={late} />{' '}
                    <span className="dimmed">{t('latePayments', { count: latePayments })}</span>
                  </span>
                ),
              ],
              [t('inTransit'), <MoneyText key="inTransit" value={inTransit} />],
              [t('unexplained'), <MoneyText key="unexplained" value={unexplained} />],
            ]}
          />
        </Panel>
      ))}
    </div>
  )
}
