import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { threadDetail } from './talk-queries.ts'
import { TalkThread } from './talk-thread.tsx'

/** One thread by itself: where a mention leads, also for those who do not see the record. */
export default function TalkScreen() {
  const t = useTranslations('work.talk')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: thread, error, refetch } = useQuery(threadDetail(id, useLocale()))
  const record = thread?.record
  return (
    <>
      <PageHeader
        title={t('one')}
        back={{ to: '/inbox', label: t('inbox') }}
        subtitle={
          record?.path ? <Link to={record.path}>{t('about', { title: record.title ?? t('record') })}</Link> : undefined
        }
      />
      {error && !thread && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!thread && !error && <Skeleton height={240} radius="lg" />}
      {thread && (
        <Panel>
          <TalkThread thread={thread} />
        </Panel>
      )}
    </>
  )
}
