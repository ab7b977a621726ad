import { IconSend } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import type { DeliveryRow } from './webhook-queries.ts'
import { DELIVERY_TONES, useAnswerWords } from './webhook-words.ts'

// i18n-dynamic: operations.webhooks.deliveryStates.*, operations.webhooks.events.*
const SHOWN = ['kind', 'status', 'attempts', 'createdAt', 'state']

/** Everything that was sent to programs outside. */
export default function WebhookDeliveriesScreen() {
  const t = useTranslations('operations.webhooks')
  const say = useCodeWords()
  const answerWords = useAnswerWords()
  const looks = useMemo<Looks<DeliveryRow>>(
    () => ({
      kind: {
        cell: ({ kind, webhook }) => <Cell title={<b>{say('operations.webhooks.events', kind)}</b>} note={webhook} />,
      },
      status: { width: '20%', place: 'line', cell: answerWords },
      attempts: { width: '112px', place: 'hidden' },
      state: {
        width: '152px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={DELIVERY_TONES[state]}>{t(`deliveryStates.${state}`)}</StateBadge>,
      },
    }),
    [t, say, answerWords],
  )
  return (
    <ListScreen
      department="operations"
      path="/api/webhook-deliveries"
      title={t('allMessages')}
      subtitle={t('messagesIntro')}
      back={{ to: '/webhooks', label: t('title') }}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={({ kind }) => say('operations.webhooks.events', kind)}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconSend} title={t('noMessages')}>
          {t('noMessagesRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconSend} title={t('noMessagesFound')} />}
    />
  )
}

const idOf = ({ id }: DeliveryRow) => id
const linkOf = ({ id }: DeliveryRow) => `/webhook-deliveries/${id}`
