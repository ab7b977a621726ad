import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { deliveryDetail, replayDelivery, webhookKey, type Delivery } from './webhook-queries.ts'
import { DELIVERY_TONES, useAnswerWords } from './webhook-words.ts'
import styles from './webhooks.module.css'

const EVERY_MS = 3_000

// i18n-dynamic: operations.webhooks.deliveryStates.*, operations.webhooks.events.*
/** One message: what was sent, and what came back each time. */
export default function WebhookDeliveryScreen() {
  const t = useTranslations('operations.webhooks')
  const say = useCodeWords()
  const client = useQueryClient()
  const mayReplay = useCan()('operations:webhooks')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    ...deliveryDetail(id),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? EVERY_MS : false),
  })
  const replay = useMutation({
    mutationFn: () => replayDelivery(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: webhookKey })
      sayDone(t('sentAgain'))
    },
  })
  const back = { to: '/webhook-deliveries', label: t('allMessages') }
  if (!data) {
    return (
      <>
        <RecordHeader title={t('message')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const refusal = data.state === 'waiting' ? t('stillWaiting') : undefined
  return (
    <>
      <RecordHeader
        title={say('operations.webhooks.events', data.kind)}
        state={{ tone: DELIVERY_TONES[data.state], label: t(`deliveryStates.${data.state}`) }}
        back={back}
        actions={mayReplay ? [{ key: 'replay', label: t('sendAgain'), refusal, onClick: () => replay.mutate() }] : []}
      />
      <FormError error={replay.error} />
      <RecordColumns
        main={
          <>
            <Panel title={t('body')}>
              {data.body === null ? <p className={styles.note}>{t('bodyHidden')}</p> : <Json text={data.body} />}
            </Panel>
            <Attempts delivery={data} />
          </>
        }
        side={
          <Panel title={t('facts')}>
            <Facts
              items={[
                [
                  t('one'),
                  <Link key="webhook" to={`/webhooks/${data.webhookId}`}>
                    {data.webhook}
                  </Link>,
                ],
                [t('messageId'), <code key="id">{data.messageId}</code>],
                [t('created'), <DateText key="created" value={data.createdAt} form="full" />],
                [t('nextTry'), data.dueAt && <DateText key="due" value={data.dueAt} form="full" />],
              ]}
            />
          </Panel>
        }
      />
    </>
  )
}

function Attempts({ delivery: { tried } }: { readonly delivery: Delivery }) {
  const t = useTranslations('operations.webhooks')
  const answerWords = useAnswerWords()
  return (
    <Panel title={t('tries')}>
      {tried.length === 0 && <p className={styles.note}>{t('notYet')}</p>}
      <ol className={styles.lines} reversed>
        {tried.map((attempt) => (
          <li key={attempt.number} className={styles.attempt}>
            <div className={styles.head}>
              <StateBadge tone={attempt.status !== null && attempt.status < 300 ? 'good' : 'danger'}>
                {answerWords(attempt)}
              </StateBadge>
              <span className={styles.note}>
                <DateText value={attempt.at} form="full" />
              </span>
            </div>
            {attempt.said !== '' && (
              <ScrollBox label={t('said')}>
                <pre className={styles.body}>{attempt.said}</pre>
              </ScrollBox>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Json({ text }: { readonly text: string }) {
  const t = useTranslations('operations.webhooks')
  return (
    <ScrollBox label={t('body')}>
      <pre className={styles.body}>{JSON.stringify(JSON.parse(text), null, 2)}</pre>
    </ScrollBox>
  )
}
