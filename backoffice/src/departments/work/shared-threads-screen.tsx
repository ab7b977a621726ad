import { Skeleton } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { sharedThreads } from './talk-queries.ts'
import { TalkThread } from './talk-thread.tsx'
import styles from './talk.module.css'

/** For people from outside: what the house shares with their company. */
export default function SharedThreadsScreen() {
  const t = useTranslations('work.talk')
  const { data, error, refetch } = useQuery(sharedThreads(useLocale()))
  return (
    <>
      <PageHeader title={t('shared')} subtitle={t('sharedMeaning')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} radius="lg" />}
      {data?.items.length === 0 && <EmptyState icon={IconMessages} title={t('nothingShared')} />}
      <div className={styles.threads}>
        {data?.items.map((thread) => (
          <Panel
            key={thread.id}
            title={thread.record.title ?? t('record')}
            aside={<Link to={`/talk/${thread.id}`}>{t('open')}</Link>}
          >
            <TalkThread thread={thread} />
          </Panel>
        ))}
      </div>
    </>
  )
}
