import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { formatInstant } from '../../ui/format-instant.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { RecordWork } from '../work/record-work.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import styles from './returns.module.css'
import { FactDialog } from './fact-dialog.tsx'
import {
  DECISIONS,
  FACTS,
  STATE_TONES,
  withdrawalDetail,
  type Decision,
  type Fact,
  type Withdrawal,
} from './queries.ts'

// i18n-dynamic: returns.states.*, returns.next.*, returns.actions.*, returns.timeliness.*, returns.exempt.*, returns.facts.*

/** One withdrawal: what was stated, whether it came in time, what would go back, and the decision. */
export default function WithdrawalScreen() {
  const t = useTranslations('returns')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: withdrawal, error, refetch } = useQuery(withdrawalDetail(id, useLocale()))
  const [asking, setAsking] = useState<Decision>()
  const back = { to: '/withdrawals', label: t('title') }
  if (!withdrawal) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'returns', type: 'withdrawal' as const, id }
  const title = t('numbered', { number: withdrawal.number })
  return (
    <>
      <RecordHeader
        title={title}
        state={{ tone: STATE_TONES[withdrawal.state], label: t(`states.${withdrawal.state}`) }}
        subtitle={<DateText value={withdrawal.receivedAt} form="full" />}
        back={back}
        record={record}
        actions={withdrawal.allowedActions.filter(isDecision).map(({ action, reason }) => ({
          key: action,
          label: t(`actions.${action}`),
          danger: action === 'refuse',
          refusal: reason?.message,
          onClick: () => setAsking(action),
        }))}
      />
      <RecordColumns
        main={<Stated withdrawal={withdrawal} />}
        side={<Law withdrawal={withdrawal} />}
        below={<RecordWork record={record} title={title} write="returns:write" />}
      />
      {asking && <DecisionDialog withdrawal={withdrawal} decision={asking} onClose={() => setAsking(undefined)} />}
    </>
  )
}

type Action = Withdrawal['allowedActions'][number]
const isDecision = (one: Action): one is Action & { readonly action: Decision } =>
  (DECISIONS as readonly string[]).includes(one.action)

function Stated({ withdrawal }: { readonly withdrawal: Withdrawal }) {
  const t = useTranslations('returns')
  const marketName = useMarketName()
  const { orderId, assessment, decisions } = withdrawal
  const due = assessment?.moneyDueOn ?? withdrawal.refundBy
  const day = formatInstant(new Date(`${due}T00:00:00Z`), 'day', useFormatLocale())
  const waits = withdrawal.state === 'accepted' && assessment?.moneyDueOn === null
  return (
    <>
      <Panel title={t('stated')}>
        <Facts
          items={[
            [t('name'), withdrawal.name],
            [
              t('email'),
              <a key="email" href={`mailto:${withdrawal.email}`}>
                {withdrawal.email}
              </a>,
            ],
            [t('order'), withdrawal.order],
            [
              t('goods'),
              withdrawal.goods === '' ? (
                t('all')
              ) : (
                <span key="goods" className={styles.typed}>
                  {withdrawal.goods}
                </span>
              ),
            ],
            [t('receivedAt'), <DateText key="received" value={withdrawal.receivedAt} form="full" />],
            [t('refundBy'), <DayText key="refund" value={withdrawal.refundBy} />],
            [t('market'), marketName(withdrawal.market)],
          ]}
        />
        {orderId && assessment ? (
          <p className={styles.below}>
            <Link to={`/orders/${orderId}`}>{t('openOrder', { number: assessment.orderNumber })}</Link>
          </p>
        ) : (
          <p className={styles.below}>{t('unknown')}</p>
        )}
      </Panel>
      <Panel title={t('nextTitle')}>
        <p>{waits ? t('next.waits') : t(`next.${withdrawal.state}`, { day })}</p>
        {withdrawal.state === 'accepted' && <CameBack withdrawal={withdrawal} />}
      </Panel>
      <Panel title={t('decisions')} flush={decisions.length > 0}>
        {decisions.length === 0 ? (
          <p className="dimmed">{t('none')}</p>
        ) : (
          <PanelLines>
            {decisions.map(({ decision, note, at, terms }) => (
              <PanelLine
                key={at}
                title={t(`states.${decision}`)}
                note={
                  <>
                    <DateText value={at} />
                    {note !== '' && ` · ${note}`}
                    {terms.exempt?.map(({ name, reason }) => ` · ${name}: ${t(`exempt.${reason}`)}`)}
                    {terms.refund && terms.currency && (
                      <>
                        {' · '}
                        <MoneyText value={{ amount: terms.refund.total, currency: terms.currency }} />
                        {terms.refund.lostWords !== '' && ` · ${terms.refund.lostWords}`}
                      </>
                    )}
                  </>
                }
              />
            ))}
          </PanelLines>
        )}
      </Panel>
    </>
  )
}

/** What came back, and the way to say so: until then the money may wait. */
function CameBack({ withdrawal }: { readonly withdrawal: Withdrawal }) {
  const t = useTranslations('returns')
  const [recording, setRecording] = useState<Fact>()
  return (
    <>
      <div className={styles.facts}>
        {FACTS.map((fact) => {
          const known = withdrawal.facts.find((one) => one.fact === fact)
          const action = withdrawal.allowedActions.find((one) => one.action === fact)
          return known ? (
            <span key={fact}>
              {t(`facts.${fact}`)}: <DayText value={known.on} />
            </span>
          ) : (
            <ActionButton
              key={fact}
              variant="default"
              refusal={action?.reason?.message}
              onClick={() => setRecording(fact)}
            >
              {t(`facts.${fact}`)}
            </ActionButton>
          )
        })}
      </div>
      {recording && <FactDialog withdrawal={withdrawal} fact={recording} onClose={() => setRecording(undefined)} />}
    </>
  )
}

function Law({ withdrawal: { assessment } }: { readonly withdrawal: Withdrawal }) {
  const t = useTranslations('returns')
  if (!assessment) return null
  const { lastDay, timeliness, forCompany, informed, byLaw, lines, goods, delivery, deliveryOwed } = assessment
  const { goodsAwaited, sendBackBy, moneyDueOn } = assessment
  return (
    <>
      <Panel title={t('law')}>
        <Facts
          items={[
            [t('lastDay'), lastDay === null ? t('notBegun') : <DayText key="day" value={lastDay} />],
            [t('receivedAt'), t(`timeliness.${timeliness}`)],
            ...(goodsAwaited ? [[t('sendBackBy'), <DayText key="send" value={sendBackBy} />] as const] : []),
            [t('moneyDue'), moneyDueOn === null ? t('moneyWaits') : <DayText key="due" value={moneyDueOn} />],
          ]}
        />
        {!byLaw && <p className={styles.below}>{t('promised')}</p>}
        {forCompany && <p className={styles.below}>{t('company')}</p>}
        {byLaw && !informed && <p className={styles.below}>{t('untold')}</p>}
      </Panel>
      <Panel title={t('worth')}>
        <Facts
          items={[
            ...lines.map(
              ({ name, quantity, total, exempt }, index) =>
                [
                  `${quantity} × ${name}`,
                  exempt === null ? <MoneyText key={index} value={total} /> : t(`exempt.${exempt}`),
                ] as const,
            ),
            [t('goodsWorth'), <MoneyText key="goods" value={goods} />],
            [t('deliveryWorth'), <MoneyText key="delivery" value={delivery} />],
            [t('deliveryOwed'), <MoneyText key="owed" value={deliveryOwed} />],
          ]}
        />
        <p className="dimmed">{t('deliveryMeaning')}</p>
      </Panel>
    </>
  )
}
