import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
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
import { STATE_TONES, withdrawalDetail, type Decision, type Withdrawal } from './queries.ts'

// i18n-dynamic: returns.states.*, returns.next.*, returns.actions.*, returns.timeliness.*, returns.exempt.*

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
        actions={withdrawal.allowedActions.map(({ action, reason }) => ({
          key: action,
          label: t(`actions.${action as Decision}`),
          danger: action === 'refuse',
          refusal: reason?.message,
          onClick: () => setAsking(action as Decision),
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

function Stated({ withdrawal }: { readonly withdrawal: Withdrawal }) {
  const t = useTranslations('returns')
  const { orderId, assessment, decisions } = withdrawal
  const day = formatInstant(new Date(`${withdrawal.refundBy}T00:00:00Z`), 'day', useFormatLocale())
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
            [t('market'), withdrawal.market.toUpperCase()],
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
        <p>{t(`next.${withdrawal.state}`, { day })}</p>
      </Panel>
      <Panel title={t('decisions')} flush={decisions.length > 0}>
        {decisions.length === 0 ? (
          <p className="dimmed">{t('none')}</p>
        ) : (
          <PanelLines>
            {decisions.map(({ decision, note, at }) => (
              <PanelLine
                key={at}
                title={t(`states.${decision}`)}
                note={
                  <>
                    <DateText value={at} />
                    {note !== '' && ` · ${note}`}
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

function Law({ withdrawal: { assessment } }: { readonly withdrawal: Withdrawal }) {
  const t = useTranslations('returns')
  if (!assessment) return null
  const { lastDay, timeliness, forCompany, informed, lines, goods, delivery } = assessment
  return (
    <>
      <Panel title={t('law')}>
        <Facts
          items={[
            [t('lastDay'), lastDay === null ? t('notBegun') : <DayText key="day" value={lastDay} />],
            [t('receivedAt'), t(`timeliness.${timeliness}`)],
          ]}
        />
        {timeliness === 'late' && <p className="dimmed">{t('holiday')}</p>}
        {forCompany && <p>{t('company')}</p>}
        {!informed && <p>{t('untold')}</p>}
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
          ]}
        />
        <p className="dimmed">{t('deliveryMeaning')}</p>
      </Panel>
    </>
  )
}
