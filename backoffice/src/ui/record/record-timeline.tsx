import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconBolt, IconMail, IconPaperclip, IconPencil, IconSettingsAutomation } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Changes } from '../changes.tsx'
import { ErrorState } from '../error-state.tsx'
import { Panel } from '../panel.tsx'
import { Timeline, type TimelineItem } from '../timeline.tsx'
import { recordTimeline, type RecordFact, type RecordRef } from './record-queries.ts'

const ICONS = {
  event: IconBolt,
  audit: IconPencil,
  mail: IconMail,
  job: IconSettingsAutomation,
  file: IconPaperclip,
}

/** Everything that happened to a record, newest first, with what stood there before; the house says it in words. */
export function RecordTimeline({ record }: { readonly record: RecordRef }) {
  const t = useTranslations('ui.record')
  const locale = useLocale()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    recordTimeline(record, locale),
  )
  const [depth, setDepth] = useState('main')
  const facts = data?.pages.flatMap((page) => page.items) ?? []
  const shown = facts.filter((fact) => depth === 'all' || isMain(fact))
  const itemOf = (fact: RecordFact): TimelineItem => ({
    id: `${fact.kind}${fact.id}`,
    icon: ICONS[fact.kind],
    title: fact.title,
    who: fact.actor?.name ?? null,
    at: fact.at,
    body: <Body fact={fact} />,
  })
  return (
    <Panel
      title={t('timeline')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('depth')}
          value={depth}
          onChange={setDepth}
          data={[
            { value: 'main', label: t('main') },
            { value: 'all', label: t('all') },
          ]}
        />
      }
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data && shown.length === 0 && <p className="dimmed">{t('nothing')}</p>}
      {shown.length > 0 && <Timeline items={shown.map(itemOf)} />}
      {hasNextPage && (
        <Button variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </Panel>
  )
}

/** The house's own work is left out, and so is what an event beside it says already. */
function isMain({ kind, reason, changes }: RecordFact): boolean {
  return kind !== 'job' && (kind !== 'audit' || reason !== null || changes.length > 0)
}

function Body({ fact }: { readonly fact: RecordFact }) {
  const t = useTranslations('ui.record')
  const { kind, link, reason, changes } = fact
  return (
    <>
      {kind === 'mail' && link && <Link to={`/mails/${link.id}`}>{t('readMail')}</Link>}
      {reason && <p>{reason}</p>}
      <Changes changes={changes.map(({ label, before, after }) => ({ field: label, before, after }))} />
    </>
  )
}
