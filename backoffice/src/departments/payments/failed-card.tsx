import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board, COMPARED, type Board } from '../../app/board/board-query.ts'
import { ComparedFigure } from '../../ui/compared-figure.tsx'
import { Figures } from '../../ui/figure-card.tsx'
import { MoneyText } from '../../ui/money-text.tsx'

type Failed = NonNullable<Board['failedPayments']>['today']

const FAILED_TODAY = { filter: ['state:is:closed', 'createdAt:last:1d'] }

/** What somebody wanted to pay today and did not, beside other days. The sales card says it when the board cannot be read. */
export default function FailedCard() {
  const t = useTranslations('payments.failed')
  const today = useTranslations('app.today')
  const format = useFormatter()
  const { data, error } = useQuery(board)
  if (error && !data) return null
  if (!data) return <Skeleton height={144} radius="lg" />
  const failed = data.failedPayments
  if (!failed) return null
  return (
    <Figures label={t('title')}>
      <ComparedFigure
        label={t('title')}
        value={format.number(countOf(failed.today))}
        note={
          failed.today.length === 0 ? t('none') : t.rich('lost', { amount: () => <Amounts failed={failed.today} /> })
        }
        comparisons={COMPARED.map((than) => ({
          label: today(`than.${than}`),
          value: format.number(countOf(failed[than])),
          now: countOf(failed.today),
          before: countOf(failed[than]),
        }))}
        more="bad"
        to="/payments"
        search={FAILED_TODAY}
      />
    </Figures>
  )
}

const countOf = (failed: Failed) => failed.reduce((sum, { payments }) => sum + payments, 0)

/** Each currency by itself: they are never added up. */
function Amounts({ failed }: { readonly failed: Failed }) {
  return failed.map(({ currency, amount }, index) => (
    <span key={currency}>
      {index > 0 && ' · '}
      <MoneyText value={amount} />
    </span>
  ))
}
