import { IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { providerBalances, type AwaitedRow } from './payout-queries.ts'
import { ProviderBalances } from './provider-balances.tsx'
import { providerName } from './provider-name.ts'

const SHOWN = ['orderNumber', 'capturedAt', 'provider', 'providerRef', 'todoId', 'amount']
const DAY_MS = 86_400_000

/** What providers took and did not pay out yet, the longest awaited first; what is late leads to who was asked. */
export default function AwaitedPayoutsScreen() {
  const t = useTranslations('payments.payouts')
  const { data } = useQuery(providerBalances)
  const now = useNow()
  const looks = useMemo<Looks<AwaitedRow>>(
    () => ({
      orderNumber: { width: '120px', cell: ({ orderNumber }) => <b>{orderNumber}</b> },
      capturedAt: {
        width: '200px',
        place: 'line',
        cell: ({ capturedAt }) => (
          <>
            <DateText value={capturedAt} form="date" />
            <div className="dimmed">{t('awaited.age', { days: ageOf(capturedAt, now) })}</div>
          </>
        ),
      },
      provider: { width: '112px', place: 'line', cell: ({ provider }) => providerName(provider) },
      providerRef: { width: '20%' },
      todoId: {
        width: '200px',
        place: 'lead-end',
        cell: ({ todoId }) => todoId && <Link to={`/todos/${todoId}`}>{t('awaited.late')}</Link>,
      },
      amount: { width: '136px', place: 'figure' },
    }),
    [t, now],
  )
  return (
    <ListScreen
      department="payments"
      path="/api/awaited-payouts"
      title={t('awaited.title')}
      subtitle={data && t('awaited.meaning', { days: data.days })}
      back={BACK(t('title'))}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      beside={<ProviderBalances />}
      empty={
        <EmptyState icon={IconHourglass} title={t('awaited.none')}>
          {t('awaited.noneMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconHourglass} title={t('awaited.noneFound')}>
          {t('awaited.noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const BACK = (label: string) => ({ to: '/payouts', label })
const ageOf = (capturedAt: string, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(capturedAt)) / DAY_MS))
const idOf = ({ id }: AwaitedRow) => id
const titleOf = ({ orderNumber, providerRef }: AwaitedRow) => orderNumber ?? providerRef
const linkOf = ({ orderId }: AwaitedRow) => `/orders/${orderId}`
