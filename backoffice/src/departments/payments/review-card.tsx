import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { paymentsInReview } from './queries.ts'

/** Whether a payment waits for a person's judgement. */
export default function ReviewCard() {
  const t = useTranslations('payments')
  const format = useFormatter()
  const { data, error, refetch } = useQuery(paymentsInReview)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={112} radius="lg" />
  return (
    <Figures label={t('title')}>
      <Figure
        label={t('inReview')}
        value={`${format.number(data.count)}${data.capped ? '+' : ''}`}
        note={t(data.count > 0 ? 'inReviewRemedy' : 'nothingInReview')}
        to="/payments"
        search={{ filter: ['inReview:is:true'] }}
        tone={data.count > 0 ? 'attention' : 'calm'}
      />
    </Figures>
  )
}
