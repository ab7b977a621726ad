import { Skeleton } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FileLine } from '../../ui/record/file-line.tsx'
import record from '../../ui/record/record.module.css'
import { sharedFileAddress, sharedFiles, sharedThreads, type SharedFile, type Thread } from './talk-queries.ts'
import { TalkThread } from './talk-thread.tsx'
import styles from './talk.module.css'

/** For people from outside: what the house shares with their company. */
export default function SharedThreadsScreen() {
  const t = useTranslations('work.talk')
  const locale = useLocale()
  const { data, error, refetch } = useQuery(sharedThreads(locale))
  const files = useQuery(sharedFiles(locale))
  const alone = withoutThread(files.data?.items ?? [], data?.items ?? [])
  return (
    <>
      <PageHeader title={t('shared')} subtitle={t('sharedMeaning')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} radius="lg" />}
      {files.error && !files.data && <ErrorState error={files.error} onRetry={() => void files.refetch()} />}
      {data?.items.length === 0 && files.data?.items.length === 0 && (
        <EmptyState icon={IconMessages} title={t('nothingShared')} />
      )}
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
        {data && alone.length > 0 && (
          <Panel title={t('files')}>
            <ul className={record.files}>
              {alone.map((file) => (
                <FileLine key={file.id} file={file} address={sharedFileAddress(file.id)}>
                  <span className="dimmed">{file.record.title ?? t('record')}</span>
                </FileLine>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  )
}

/** The others stand under the thread about their record. */
function withoutThread(files: readonly SharedFile[], threads: readonly Thread[]): SharedFile[] {
  const talked = new Set(threads.map(({ record: { type, id } }) => `${type} ${id}`))
  return files.filter(({ record: { type, id } }) => !talked.has(`${type} ${id}`))
}
