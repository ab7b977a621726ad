import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordFiles } from '../../ui/record/record-files.tsx'
import type { RecordRef, RecordType } from '../../ui/record/record-queries.ts'
import { RecordTimeline } from '../../ui/record/record-timeline.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordTalk } from './record-talk.tsx'
import { RecordTodos } from './record-todos.tsx'
import { recordDesk } from './talk-queries.ts'
import { useDeskWords } from './use-desk-words.ts'

/** Where the kinds stand that have no page of their own. */
const HOMES = {
  approval_rule: '/settings/approvals',
  blackout: '/calendar/blackouts',
  category: '/products',
  company: '/team/outside',
  job: '/jobs',
  location: '/settings/locations',
  payment: '/payments',
  recurrence: '/work/recurring',
  template: '/work/templates',
} as const
type Homed = keyof typeof HOMES

const isHomed = (type: string): type is Homed => type in HOMES

// i18n-dynamic: work.desk.homes.*
/** The desk of a record that has no page of its own: what is to be done about it, papers, talk, what happened. */
export default function RecordScreen() {
  const t = useTranslations('work.desk')
  const inbox = useTranslations('work.inbox')
  const { type = '', id = '' } = useParams({ strict: false }) as { type?: string; id?: string }
  const { data, error, refetch } = useQuery(recordDesk({ type, id }, useLocale()))
  const say = useDeskWords(type)
  const back = isHomed(type) ? { to: HOMES[type], label: t(`homes.${type}`) } : { to: '/inbox', label: inbox('title') }
  if (!data) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} radius="lg" />}
      </>
    )
  }
  // The house answered for it, so it is a kind that it knows.
  const record: RecordRef = { department: 'work', type: type as RecordType, id }
  const title = data.title ?? undefined
  return (
    <>
      <RecordHeader title={title ?? t('one')} back={back} record={record} />
      <RecordColumns
        main={
          <>
            <RecordTodos record={record} title={title} />
            <RecordTalk record={record} />
          </>
        }
        side={
          <>
            <RelatedRecords record={record} />
            <RecordFiles record={record} mayWrite={data.mayWrite} />
            <RecordTimeline record={record} say={say} />
          </>
        }
      />
    </>
  )
}
