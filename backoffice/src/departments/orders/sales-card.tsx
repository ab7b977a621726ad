import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board, COMPARED } from '../../app/board/board-query.ts'
import { ComparedFigure } from '../../ui/compared-figure.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { averageOf, inCurrency, type SalesDay } from './sales-figures.ts'

/** The server stops counting there. */
const MOST_COUNTED = 10_000

const PAID_TODAY = { filter: ['state:is:paid', 'placedAt:last:1d'] }

/** What was sold today, beside yesterday, last week and last year at the same time of day. */
export default function SalesCard() {
  const t = useTranslations('app.today')
  const format = useFormatter()
  const { data, error, refetch } = useQuery(board)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={144} radius="lg" />
  const { sales, awaitingPayment } = data
  if (!sales) return null
  const currencies = [...new Set(Object.values(sales).flatMap((day) => day.map(({ currency }) => currency)))].sort()
  const count = (day: SalesDay) => day.reduce((sum, { orders }) => sum + orders, 0)
  return (
    <Figures label={t('sales')}>
      <ComparedFigure
        label={t('paidOrders')}
        value={format.number(count(sales.today))}
        comparisons={COMPARED.map((than) => ({
          label: t(`than.${than}`),
          value: format.number(count(sales[than])),
          now: count(sales.today),
          before: count(sales[than]),
        }))}
        more="good"
        to="/orders"
        search={PAID_TODAY}
      />
      {currencies.flatMap((currency) =>
        (['net', 'average'] as const).map((measure) => {
          const of = (day: SalesDay) => (measure === 'net' ? inCurrency(day, currency).net : averageOf(day, currency))
          return (
            <ComparedFigure
              key={`${currency}-${measure}`}
              label={t(measure, { currency: currencies.length > 1 ? currency : 'one' })}
              value={<MoneyText value={of(sales.today)} />}
              comparisons={COMPARED.map((than) => ({
                label: t(`than.${than}`),
                value: <MoneyText value={of(sales[than])} />,
                now: of(sales.today).amount,
                before: of(sales[than]).amount,
              }))}
              more="good"
              to="/orders"
              search={PAID_TODAY}
            />
          )
        }),
      )}
      {awaitingPayment !== null && (
        <Figure
          label={t('awaiting')}
          note={t('awaitingMeaning')}
          value={awaitingPayment > MOST_COUNTED ? `${format.number(MOST_COUNTED)}+` : format.number(awaitingPayment)}
          to="/orders"
          search={{ filter: ['state:is:awaiting_payment'] }}
        />
      )}
    </Figures>
  )
}
