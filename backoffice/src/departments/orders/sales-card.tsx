import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board } from '../../app/board/board-query.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { MoneyText } from '../../ui/money-text.tsx'

/** What was sold today, beside yesterday and a week ago at the same time of day. */
export default function SalesCard() {
  const t = useTranslations('orders.card')
  const format = useFormatter()
  const { data, error, refetch } = useQuery(board)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={112} radius="lg" />
  const { sales, awaitingPayment } = data
  if (!sales) return null
  const days = Object.values(sales).flat()
  const currencies = [...new Set(days.map(({ currency }) => currency))].sort()
  const count = (day: typeof sales.today) => day.reduce((sum, { orders }) => sum + orders, 0)
  return (
    <Figures label={t('title')}>
      <Figure
        label={t('orders')}
        value={format.number(count(sales.today))}
        note={t('yesterday', { count: count(sales.yesterday) })}
        to="/orders"
        search={{ state: 'paid' }}
      />
      {currencies.map((currency) => {
        const totalOf = (day: typeof sales.today) =>
          day.find((one) => one.currency === currency)?.total ?? { amount: 0, currency }
        return (
          <Figure
            key={currency}
            label={t('sales')}
            value={<MoneyText value={totalOf(sales.today)} />}
            note={t.rich('compared', {
              yesterday: () => <MoneyText value={totalOf(sales.yesterday)} />,
              week: () => <MoneyText value={totalOf(sales.lastWeek)} />,
            })}
            to="/orders"
            search={{ state: 'paid' }}
          />
        )
      })}
      {awaitingPayment !== null && (
        <Figure
          label={t('awaiting')}
          note={t('awaitingMeaning')}
          value={awaitingPayment > MOST_COUNTED ? `${format.number(MOST_COUNTED)}+` : format.number(awaitingPayment)}
          to="/orders"
          search={{ state: 'awaiting_payment' }}
        />
      )}
    </Figures>
  )
}

/** The server stops counting there. */
const MOST_COUNTED = 10_000
