import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookMessages } from './webhook-messages.tsx'
import {
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  testWebhook,
  webhookDetail,
  webhookKey,
  type Webhook,
} from './webhook-queries.ts'
import { ReplayDialog } from './replay-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'
import { WEBHOOK_TONES } from './webhook-words.ts'
import styles from './webhooks.module.css'

type Opened = 'rotate' | 'replay' | 'remove' | undefined

// i18n-dynamic: operations.webhooks.states.*
/** One program outside: what it is told, whether it listens, what it was sent. */
export default function WebhookScreen() {
  const t = useTranslations('operations.webhooks')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: webhook, error, refetch } = useQuery(webhookDetail(id))
  useRecentRecord('webhook', `/webhooks/${id}`, webhook?.name)
  const back = { to: '/webhooks', label: t('title') }
  if (!webhook) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  return <WebhookPage webhook={webhook} back={back} />
}

interface WebhookPageProps {
  readonly webhook: Webhook
  readonly back: { readonly to: string; readonly label: string }
}

function WebhookPage({ webhook, back }: WebhookPageProps) {
  const t = useTranslations('operations.webhooks')
  const mayWrite = useCan()('operations:webhooks')
  const [opened, setOpened] = useState<Opened>()
  const { id, name, state } = webhook
  const isOff = webhook.cause !== null
  const test = useAct(() => testWebhook(id), t('tested'))
  const pause = useAct(() => pauseWebhook(id), t('isPaused'))
  const resume = useAct(() => resumeWebhook(id), t('isResumed'))
  const off = isOff ? t('offFirst') : undefined
  const actions: RecordAction[] = [
    { key: 'test', label: t('test'), refusal: off, onClick: () => test.mutate() },
    { key: 'replay', label: t('replay.open'), refusal: off, onClick: () => setOpened('replay') },
    { key: 'rotate', label: t('rotate.open'), onClick: () => setOpened('rotate') },
    isOff
      ? { key: 'resume', label: t('resume'), primary: true, onClick: () => resume.mutate() }
      : { key: 'pause', label: t('pause'), onClick: () => pause.mutate() },
    { key: 'remove', label: t('remove.open'), danger: true, onClick: () => setOpened('remove') },
  ]
  return (
    <>
      <RecordHeader
        title={name}
        state={{ tone: WEBHOOK_TONES[state], label: t(`states.${state}`) }}
        back={back}
        record={{ type: 'webhook', id }}
        actions={mayWrite ? actions : []}
      />
      <FormError error={test.error ?? pause.error ?? resume.error} />
      <RecordColumns
        main={
          <>
            <WebhookForm webhook={webhook} mayWrite={mayWrite} />
            <WebhookMessages webhookId={id} />
          </>
        }
        side={<WebhookSide webhook={webhook} />}
        below={
          <RecordWork
            record={{ department: 'operations', type: 'webhook', id }}
            title={name}
            write="operations:webhooks"
          />
        }
      />
      {opened === 'rotate' && <RotateDialog id={id} onClose={() => setOpened(undefined)} />}
      {opened === 'replay' && <ReplayDialog id={id} onClose={() => setOpened(undefined)} />}
      {opened === 'remove' && <RemoveDialog webhook={webhook} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function WebhookSide({ webhook }: { readonly webhook: Webhook }) {
  const t = useTranslations('operations.webhooks')
  const { owner, createdAt, failingSince, pausedAt, cause, lost, secrets } = webhook
  return (
    <Panel title={t('facts')}>
      <div className={styles.stack}>
        {cause === 'failing' && <p>{t('failedForDays')}</p>}
        {cause === 'gone' && <p>{t('saysGone')}</p>}
        {lost.length > 0 && <p>{t('lost', { count: lost.length, owner: owner ?? '' })}</p>}
        <Facts
          items={[
            [t('owner'), owner],
            [t('created'), <DateText key="created" value={createdAt} form="full" />],
            [t('failingSince'), failingSince && <DateText key="failing" value={failingSince} form="full" />],
            [t('offSince'), pausedAt && <DateText key="paused" value={pausedAt} form="full" />],
            ...secrets.map(
              (secret, index) =>
                [
                  t(index === 0 ? 'signs' : 'signsToo'),
                  secret.endsAt === null ? (
                    <DateText key={secret.createdAt} value={secret.createdAt} form="full" />
                  ) : (
                    <span key={secret.createdAt}>
                      {t('until')} <DateText value={secret.endsAt} form="full" />
                    </span>
                  ),
                ] as const,
            ),
          ]}
        />
        <p className={styles.note}>
          <a href="/reference" target="_blank" rel="noreferrer">
            {t('reference')}
          </a>
        </p>
      </div>
    </Panel>
  )
}

function RemoveDialog({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const t = useTranslations('operations.webhooks')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => removeWebhook(webhook.id),
    onSuccess: async () => {
      await navigate({ to: '/webhooks' } as never)
      await client.invalidateQueries({ queryKey: ['operations'], refetchType: 'active' })
      sayDone(t('remove.done'))
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('remove.title', { name: webhook.name })}
      confirm={t('remove.open')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('remove.meaning')}</p>
    </ConfirmDialog>
  )
}

function useAct(mutationFn: () => Promise<unknown>, done: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: webhookKey })
      sayDone(done)
    },
  })
}
