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

interface RecordTimelineProps {
  readonly record: RecordRef
  /** Says in a sentence what a field's value means. */
  readonly say?: (field: string, value: unknown) => unknown
}

/** The house, the customer, the provider that took the money, or whoever is called by a name. */
function whoOf(
  { actor }: RecordFact,
  t: (key: 'house' | 'customer' | 'guest' | 'provider', values?: { name: string }) => string,
): string | null {
  if (actor?.kind === 'system') return t('house')
  if (actor?.kind === 'customer' || actor?.kind === 'guest') return t(actor.kind)
  const name = actor?.name ?? null
  return actor?.kind === 'provider' && name !== null
    ? t('provider', { name: name.charAt(0).toUpperCase() + name.slice(1) })
    : name
}

const asItIs = (_field: string, value: unknown) => value

/** Everything that happened to a record, newest first, with what stood there before; the house says it in words. */
export function RecordTimeline({ record, say = asItIs }: RecordTimelineProps) {
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
    who: whoOf(fact, t),
    at: fact.at,
    body: <Body fact={fact} say={say} />,
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

function Body({ fact, say }: { readonly fact: RecordFact } & Required<Pick<RecordTimelineProps, 'say'>>) {
  const t = useTranslations('ui.record')
  const { kind, link, reason, changes } = fact
  return (
    <>
      {kind === 'mail' && link && <Link to={`/mails/${link.id}`}>{t('readMail')}</Link>}
      {reason && <p>{reason}</p>}
      <Changes
        changes={changes.map(({ field, label, before, beforeSaid, after, afterSaid }) => ({
          field: label,
          before: beforeSaid ?? say(field, before),
          after: afterSaid ?? say(field, after),
        }))}
      />
    </>
  )
}
