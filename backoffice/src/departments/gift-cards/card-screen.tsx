import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'
import { STATE_TONES } from './card-state.ts'
import { Movements } from './movements.tsx'
import { adjustCard, blockCard, cardDetail, lapseCard, unblockCard, type Card } from './queries.ts'
import { SendDialog } from './send-dialog.tsx'

// i18n-dynamic: gift-cards.states.*, gift-cards.origins.*

type Asking = 'block' | 'adjust' | 'lapse' | 'send'

/** One card: what is on it, to whom it went, and each movement with who and why. */
export default function CardScreen() {
  const t = useTranslations('gift-cards')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: card, error, refetch } = useQuery(cardDetail(id, useLocale()))
  const title = card && t('named', { last4: card.last4 ?? '····' })
  useRecentRecord('gift_card', `/gift-cards/${id}`, title)
  const [asking, setAsking] = useState<Asking>()
  const client = useQueryClient()
  const unblocking = useMutation({
    mutationFn: () => unblockCard(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t('unblock.done'))
    },
  })
  const back = { to: '/gift-cards', label: t('title') }
  if (!card) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'gift-cards', type: 'gift_card' as const, id }
  const refusalOf = (action: string) => card.allowedActions.find((one) => one.action === action)?.reason?.message
  const isBlocked = card.blockedAt !== null
  return (
    <>
      <RecordHeader
        title={title ?? t('one')}
        state={{ tone: STATE_TONES[card.state], label: t(`states.${card.state}`) }}
        subtitle={<DateText value={card.issuedAt} />}
        back={back}
        record={record}
        actions={[
          { key: 'send', label: t('send.open'), refusal: refusalOf('send'), onClick: () => setAsking('send') },
          { key: 'adjust', label: t('adjust.open'), refusal: refusalOf('adjust'), onClick: () => setAsking('adjust') },
          ...(card.state === 'expired'
            ? [{ key: 'lapse', label: t('lapse.open'), refusal: refusalOf('lapse'), onClick: () => setAsking('lapse') }]
            : []),
          isBlocked
            ? {
                key: 'unblock',
                label: t('unblock.open'),
                refusal: refusalOf('unblock'),
                onClick: () => unblocking.mutate(),
              }
            : {
                key: 'block',
                label: t('block.open'),
                refusal: refusalOf('block'),
                danger: true,
                onClick: () => setAsking('block'),
              },
        ]}
      />
      <FormError error={unblocking.error} />
      <RecordColumns
        main={<Movements card={card} />}
        side={<CardSide card={card} />}
        below={<RecordWork record={record} title={title ?? t('one')} write="gift-cards:write" />}
      />
      <Dialogs card={card} asking={asking} onClose={() => setAsking(undefined)} />
    </>
  )
}

interface DialogsProps {
  readonly card: Card
  readonly asking: Asking | undefined
  readonly onClose: () => void
}

function Dialogs({ card, asking, onClose }: DialogsProps) {
  const t = useTranslations('gift-cards')
  const [key] = useState(() => crypto.randomUUID())
  const { id } = card
  switch (asking) {
    case 'send':
      return <SendDialog card={card} onClose={onClose} />
    case 'adjust':
      return (
        <AdjustDialog
          currency={card.balance.currency}
          meaning={t('adjust.meaning')}
          save={(body, key) => adjustCard(card.id, body, key)}
          onClose={onClose}
        />
      )
    case 'block':
      return (
        <ReasonDialog
          danger
          department="gift-cards"
          title={t('block.title')}
          meaning={t('block.meaning')}
          confirm={t('block.open')}
          done={t('block.done')}
          act={(reason) => blockCard(id, reason)}
          onClose={onClose}
        />
      )
    case 'lapse':
      return (
        <ReasonDialog
          danger
          department="gift-cards"
          title={t('lapse.title')}
          meaning={t('lapse.meaning')}
          confirm={t('lapse.open')}
          done={t('lapse.done')}
          act={(reason) => lapseCard(id, reason, key)}
          onClose={onClose}
        />
      )
    case undefined:
      return null
  }
}

function CardSide({ card }: { readonly card: Card }) {
  const t = useTranslations('gift-cards')
  const { held, expiresOn, sentAt, orderId } = card
  return (
    <>
      <Panel title={t('worth')}>
        <Facts
          items={[
            [t('balance'), <MoneyText key="balance" value={card.balance} />],
            [t('held'), held.amount > 0 && <MoneyText key="held" value={held} />],
            [t('initial'), <MoneyText key="initial" value={card.initial} />],
            [t('lastDay'), expiresOn === null ? t('forEver') : <DayText key="day" value={expiresOn} />],
            [t('origin'), t(`origins.${card.origin}`)],
            [
              t('order'),
              orderId && (
                <Link key="order" to={`/orders/${orderId}`}>
                  {t('openOrder')}
                </Link>
              ),
            ],
            [t('blockedBecause'), card.blockedBecause],
          ]}
        />
      </Panel>
      <Panel title={t('recipient')}>
        <Facts
          items={[
            [t('name'), card.recipientName],
            [t('email'), card.recipientEmail],
            [t('sender'), card.senderName],
            [t('message'), card.message],
            [t('sent'), sentAt && <DateText key="sent" value={sentAt} />],
          ]}
        />
      </Panel>
      <RelatedRecords record={{ department: 'gift-cards', type: 'gift_card', id: card.id }} />
    </>
  )
}
