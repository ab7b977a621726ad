import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { health } from './queries.ts'

/** Whether the house itself needs somebody this morning. */
export default function HouseCard() {
  const t = useTranslations('operations.card')
  const format = useFormatter()
  const { data, error, refetch } = useQuery(health)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={112} radius="lg" />
  const { jobs, mails } = data
  return (
    <Figures label={t('title')}>
      <Figure
        label={t('dead')}
        value={format.number(jobs.dead)}
        note={t(jobs.dead > 0 ? 'deadRemedy' : 'allWell')}
        to="/jobs"
        search={{ filter: ['state:is:dead'] }}
        tone={jobs.dead > 0 ? 'attention' : 'calm'}
      />
      <Figure
        label={t('waiting')}
        value={format.number(jobs.ready + jobs.running)}
        note={t('waitingMeaning')}
        to="/jobs"
        search={{ filter: ['state:is:ready'] }}
      />
      <Figure
        label={t('kept')}
        value={format.number(mails.kept)}
        note={t('keptMeaning')}
        to="/mails"
        search={{ filter: ['state:is:kept'] }}
      />
    </Figures>
  )
}
