import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SharingSelect } from '../../ui/record/sharing-select.tsx'
import { CommentForm } from './comment-form.tsx'
import { beginThread, talkAbout, type TalkAbout } from './talk-queries.ts'
import { TalkThread } from './talk-thread.tsx'
import { useSharingWords } from './use-sharing-words.ts'
import styles from './talk.module.css'

/** What is said about a record, thread by thread; each says who reads it. */
export function RecordTalk({ record: { type, id } }: { readonly record: TalkAbout }) {
  const t = useTranslations('work.talk')
  const words = useSharingWords()
  const can = useCan()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ ...talkAbout({ type, id }), enabled: can('inbox:read') })
  const [sharedWith, setSharedWith] = useState<string | null>(null)
  const beginning = useMutation({
    mutationFn: beginThread,
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  })
  if (!can('inbox:read')) return null
  return (
    <Panel title={t('title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={96} />}
      {data?.items.length === 0 && <p className="dimmed">{t('empty')}</p>}
      <div className={styles.threads}>
        {data?.items.map((thread) => (
          <TalkThread key={thread.id} thread={thread} />
        ))}
      </div>
      <CommentForm
        label={t('begin')}
        submit={t('say')}
        busy={beginning.isPending}
        error={beginning.error}
        aside={can('work:read') && <SharingSelect value={sharedWith} words={words} onChange={setSharedWith} />}
        onSubmit={async (body, mentions) => {
          await beginning.mutateAsync({ record: { type, id }, body, mentions, sharedWith })
        }}
      />
    </Panel>
  )
}
