import { SegmentedControl, Skeleton } from '@mantine/core'
import { IconBolt, IconMail, IconPencil, IconSettingsAutomation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Changes } from '../../ui/changes.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { orderTimeline, type TimelineEntry } from './queries.ts'

// i18n-dynamic: orders.events.*, operations.audit.actions.*, operations.audit.actors.*, operations.jobs.kinds.*

const ICONS = { event: IconBolt, audit: IconPencil, mail: IconMail, job: IconSettingsAutomation }

/** What matters to the shop, newest first: facts, mails and what somebody gave a reason for; or everything. */
export function OrderTimeline({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders')
  const say = useCodeWords()
  const { data, error, refetch } = useQuery(orderTimeline(orderId))
  const [depth, setDepth] = useState('main')
  const isShown = ({ kind, reason }: TimelineEntry) =>
    depth === 'all' || kind === 'event' || kind === 'mail' || (kind === 'audit' && reason !== null)
  const titleOf = ({ kind, name }: TimelineEntry): string => {
    if (kind === 'event') return say('orders.events', name.replace(/\.v\d+$/, ''))
    if (kind === 'audit') return say('operations.audit.actions', name)
    if (kind === 'job') return say('operations.jobs.kinds', name)
    return t('timeline.mail', { subject: name })
  }
  const itemOf = (entry: TimelineEntry): TimelineItem => ({
    id: `${entry.kind}${entry.id}`,
    icon: ICONS[entry.kind],
    title: titleOf(entry),
    who: entry.actor && say('operations.audit.actors', entry.actor.split(':')[0] ?? ''),
    at: entry.at,
    body: <Body entry={entry} />,
  })
  return (
    <Panel
      title={t('timeline.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.depth')}
          value={depth}
          onChange={setDepth}
          data={[
            { value: 'main', label: t('timeline.main') },
            { value: 'all', label: t('timeline.all') },
          ]}
        />
      }
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data && <Timeline items={data.items.filter(isShown).map(itemOf).reverse()} />}
    </Panel>
  )
}

function Body({ entry }: { readonly entry: TimelineEntry }) {
  const t = useTranslations('orders.timeline')
  if (entry.kind === 'mail') return <Link to={`/mails/${entry.id}`}>{t('readMail')}</Link>
  return (
    <>
      {entry.reason && <p>{entry.reason}</p>}
      <Changes changes={entry.changes} />
    </>
  )
}
