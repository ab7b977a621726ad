import { Button, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconInbox } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { InboxLine } from './inbox-line.tsx'
import styles from './inbox.module.css'
import {
  chooseMails,
  inboxChoices,
  inboxPages,
  readItems,
  type InboxItem,
  type InboxKind,
  type InboxView,
  type MailChoices,
} from './todo-queries.ts'

const VIEWS: readonly InboxView[] = ['open', 'unread', 'due', 'snoozed', 'done']
const KINDS: readonly InboxKind[] = ['todo', 'approval', 'mention', 'alert']
const ALL = 'all'
const MAILS: readonly MailChoices['mentions'][] = ['at_once', 'never']
const DIGESTS: readonly MailChoices['digest'][] = ['daily', 'never']

// i18n-dynamic: work.inbox.views.*, work.inbox.emptyOf.*, work.inbox.mails.*, work.inbox.digests.*, work.inbox.onlyKind.*
/** What is mine: asked of me, of my departments and of my roles; where I am mentioned; what I am alerted of. */
export default function InboxScreen() {
  const t = useTranslations('work.inbox')
  const client = useQueryClient()
  const [view, setView] = useState<InboxView>('open')
  const [kind, setKind] = useState<InboxKind>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    inboxPages({ view, kind }, useLocale()),
  )
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const doing = useMutation({ mutationFn: (deed: () => Promise<unknown>) => deed(), onSettled: readAgain })
  const items: readonly InboxItem[] | undefined = data?.pages.flatMap((page) => page.items)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button variant="default" onClick={() => doing.mutate(() => readItems())}>
            {t('readAll')}
          </Button>
        }
      />
      <div className={styles.bar}>
        <ViewChoice view={view} onChange={setView} />
        <div className={styles.choices}>
          <KindChoice kind={kind} onChange={setKind} />
          <MailChoice />
        </div>
      </div>
      <FormError error={doing.error} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!items && !error && <Skeleton height={320} radius="lg" />}
      {items?.length === 0 && (
        <EmptyState icon={IconInbox} title={kind ? t('noneOfKind') : t(`emptyOf.${view}`)}>
          {view === 'open' && !kind && t('emptyRemedy')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className={styles.items} aria-label={t('title')}>
          {items.map((item) => (
            <InboxLine key={item.id} item={item} onDo={(deed) => doing.mutate(deed)} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

interface ViewChoiceProps {
  readonly view: InboxView
  readonly onChange: (view: InboxView) => void
}

/** Side by side where there is room for all of them, else behind one field: nothing scrolls sideways. */
function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const t = useTranslations('work.inbox')
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const data = VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))
  const choose = (value: string | null) => onChange(VIEWS.find((one) => one === value) ?? 'open')
  if (isNarrow) {
    return (
      <Select
        className={styles.choice ?? ''}
        label={t('view')}
        allowDeselect={false}
        data={data}
        value={view}
        onChange={choose}
      />
    )
  }
  return <SegmentedControl aria-label={t('view')} data={data} value={view} onChange={choose} />
}

interface KindChoiceProps {
  readonly kind: InboxKind | undefined
  readonly onChange: (kind: InboxKind | undefined) => void
}

function KindChoice({ kind, onChange }: KindChoiceProps) {
  const t = useTranslations('work.inbox')
  return (
    <Select
      className={styles.choice ?? ''}
      label={t('kind')}
      allowDeselect={false}
      data={[{ value: ALL, label: t('allKinds') }, ...KINDS.map((value) => ({ value, label: t(`onlyKind.${value}`) }))]}
      value={kind ?? ALL}
      onChange={(value) => onChange(KINDS.find((one) => one === value))}
    />
  )
}

function MailChoice() {
  const t = useTranslations('work.inbox')
  const client = useQueryClient()
  const { data } = useQuery(inboxChoices)
  const { mutate } = useMutation({
    mutationFn: chooseMails,
    onSuccess: (chosen) => client.setQueryData(inboxChoices.queryKey, chosen),
  })
  return (
    <>
      <Select
        className={styles.choice ?? ''}
        label={t('mailsLabel')}
        allowDeselect={false}
        data={MAILS.map((value) => ({ value, label: t(`mails.${value}`) }))}
        value={data?.mentions ?? null}
        onChange={(value) => {
          const mentions = MAILS.find((one) => one === value)
          if (mentions) mutate({ mentions })
        }}
      />
      <Select
        className={styles.choice ?? ''}
        label={t('digestLabel')}
        allowDeselect={false}
        data={DIGESTS.map((value) => ({ value, label: t(`digests.${value}`) }))}
        value={data?.digest ?? null}
        onChange={(value) => {
          const digest = DIGESTS.find((one) => one === value)
          if (digest) mutate({ digest })
        }}
      />
    </>
  )
}
