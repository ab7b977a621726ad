import { Button } from '@mantine/core'
import { IconWebhook } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'
import type { WebhookRow } from './webhook-queries.ts'
import { WEBHOOK_TONES } from './webhook-words.ts'

// i18n-dynamic: operations.webhooks.states.*
const SHOWN = ['name', 'kindCount', 'lastCallAt', 'state']

/** Programs outside that are told of what happens. */
export default function WebhooksScreen() {
  const t = useTranslations('operations.webhooks')
  const mayWrite = useCan()('operations:webhooks')
  const [adding, setAdding] = useState(false)
  const looks = useMemo<Looks<WebhookRow>>(
    () => ({
      name: { cell: ({ name, address }) => <Cell title={<b>{name}</b>} note={address} /> },
      kindCount: { width: '112px', place: 'hidden' },
      lastCallAt: {
        width: '176px',
        place: 'line',
        cell: ({ lastCallAt }) => (lastCallAt === null ? t('never') : <DateText value={lastCallAt} />),
      },
      state: {
        width: '152px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={WEBHOOK_TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
    }),
    [t],
  )
  return (
    <>
      <RecordList
        department="operations"
        path="/api/webhooks"
        icon={IconWebhook}
        words={{
          title: t('title'),
          meaning: t('intro'),
          search: t('search'),
          empty: t('empty'),
          emptyRemedy: t('emptyRemedy'),
          noneFound: t('noneFound'),
        }}
        at="/webhooks"
        shown={SHOWN}
        looks={looks}
        rowTitle={nameOf}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/webhook-deliveries" {...props} />}>
            {t('allMessages')}
          </Button>
        }
        add={mayWrite && { label: t('add'), run: () => setAdding(true) }}
      />
      {adding && <WebhookDialog onClose={() => setAdding(false)} />}
    </>
  )
}

const nameOf = ({ name }: WebhookRow) => name
