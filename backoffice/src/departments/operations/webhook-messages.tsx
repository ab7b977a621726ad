import { Button, Skeleton } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { lastDeliveries } from './webhook-queries.ts'
import { DELIVERY_TONES, useAnswerWords } from './webhook-words.ts'
import styles from './webhooks.module.css'

const EVERY_MS = 4_000

// i18n-dynamic: operations.webhooks.deliveryStates.*, operations.webhooks.events.*
/** The last that it was sent; read again while something is on its way. */
export function WebhookMessages({ webhookId }: { readonly webhookId: string }) {
  const t = useTranslations('operations.webhooks')
  const say = useCodeWords()
  const answerWords = useAnswerWords()
  const { data, error, refetch } = useQuery({
    ...lastDeliveries(webhookId),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'waiting') ? EVERY_MS : false),
  })
  return (
    <Panel title={t('messages')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} />}
      {data?.items.length === 0 && (
        <EmptyState icon={IconSend} title={t('noMessages')}>
          {t('noMessagesRemedy')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className={styles.lines}>
            {data.items.map((message) => (
              <li key={message.id} className={styles.line}>
                <div>
                  <Link to={`/webhook-deliveries/${message.id}`}>
                    {say('operations.webhooks.events', message.kind)}
                  </Link>
                  <div className={styles.note}>
                    <DateText value={message.createdAt} /> · {answerWords(message)}
                    {message.attempts > 1 && ` · ${t('attempts', { count: message.attempts })}`}
                  </div>
                </div>
                <StateBadge tone={DELIVERY_TONES[message.state]}>{t(`deliveryStates.${message.state}`)}</StateBadge>
              </li>
            ))}
          </ul>
          <Button
            className={styles.more ?? ''}
            variant="default"
            renderRoot={(props) => (
              <Link to="/webhook-deliveries" search={{ filter: [`webhookId:is:${webhookId}`] } as never} {...props} />
            )}
          >
            {t('allMessages')}
          </Button>
        </>
      )}
    </Panel>
  )
}
