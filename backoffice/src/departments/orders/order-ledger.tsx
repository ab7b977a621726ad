import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EntryTable } from '../ledger/entry-table.tsx'
import { orderEntries } from './queries.ts'

export function OrderLedger({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders.ledger')
  const { data, error, refetch } = useQuery(orderEntries(orderId))
  if (error && !data) {
    return (
      <Panel title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Panel>
    )
  }
  if (data?.items.length === 0) {
    return (
      <Panel title={t('title')}>
        <p className="dimmed">{t('empty')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('title')} flush>
      {data ? <EntryTable entries={data.items} /> : <Skeleton height={120} />}
    </Panel>
  )
}
