import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { inboxCount } from './inbox-count.ts'

/** Mine today: what opens the day. */
export default function MineCard() {
  const t = useTranslations('work.card')
  const format = useFormatter()
  const { data, error, refetch } = useQuery(inboxCount)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={112} radius="lg" />
  const { unread, dueToday, overdue, most } = data
  const shown = (count: number) => (count > most ? `${format.number(most)}+` : format.number(count))
  return (
    <Figures label={t('title')}>
      <Figure label={t('dueToday')} value={shown(dueToday)} note={t('title')} to="/inbox" />
      <Figure
        label={t('overdue')}
        value={shown(overdue)}
        note={t(overdue > 0 ? 'overdueRemedy' : 'inTime')}
        to="/inbox"
        tone={overdue > 0 ? 'attention' : 'calm'}
      />
      <Figure label={t('unread')} value={shown(unread)} note={t('unreadMeaning')} to="/inbox" />
    </Figures>
  )
}
