import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { ArrivalDialog } from './arrival-dialog.tsx'
import { PayoutLines } from './payout-lines.tsx'
import { payoutDetail, type Payout } from './payout-queries.ts'
import { providerName } from './provider-name.ts'
import { payoutStateOf } from './payout-state.tsx'

/** One payout: each of its lines with what it is, what it comes to, and whether the bank has it. */
export default function PayoutScreen() {
  const t = useTranslations('payments.payouts')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: payout, error, refetch } = useQuery(payoutDetail(id, useLocale()))
  const format = useFormatter()
  const [isArriving, setArriving] = useState(false)
  useRecentRecord('payout', `/payouts/${id}`, payout?.providerRef)
  const back = { to: '/payouts', label: t('title') }
  if (!payout) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'payments', type: 'payout' as const, id }
  const { tone, key } = payoutStateOf(payout)
  const arrive = payout.allowedActions.find(({ action }) => action === 'arrive')
  return (
    <>
      <RecordHeader
        title={t('named', {
          provider: providerName(payout.provider),
          day: format.dateTime(new Date(payout.paidAt), { dateStyle: 'long' }),
        })}
        state={{ tone, label: t(`states.${key}`) }}
        subtitle={payout.providerRef}
        back={back}
        record={record}
        actions={[
          {
            key: 'arrive',
            label: t('arrival.open'),
            refusal: arrive?.reason?.message,
            onClick: () => setArriving(true),
          },
        ]}
      />
      <RecordColumns
        main={<PayoutLines payout={payout} />}
        side={<PayoutSums payout={payout} />}
        below={<RecordWork record={record} title={payout.providerRef} write="payments:record" />}
      />
      {isArriving && <ArrivalDialog payout={payout} onClose={() => setArriving(false)} />}
    </>
  )
}

function PayoutSums({ payout }: { readonly payout: Payout }) {
  const t = useTranslations('payments.payouts')
  const { gross, refunds, fees, others, unexplained, amount, todoId } = payout
  return (
    <>
      <Panel title={t('sums.title')}>
        <Facts
          items={[
            [t('sums.gross'), <MoneyText key="gross" value={gross} />],
            [t('sums.refunds'), <MoneyText key="refunds" value={refunds} />],
            [t('sums.fees'), <MoneyText key="fees" value={{ ...fees, amount: -fees.amount }} />],
            [t('sums.others'), others.amount !== 0 && <MoneyText key="others" value={others} />],
            [t('sums.unexplained'), unexplained.amount !== 0 && <MoneyText key="open" value={unexplained} />],
            [
              t('sums.amount'),
              <strong key="amount">
                <MoneyText value={amount} />
              </strong>,
            ],
          ]}
        />
      </Panel>
      <Panel title={t('bank.title')}>
        <Facts
          items={[
            [t('bank.paidAt'), <DateText key="paid" value={payout.paidAt} />],
            [t('bank.arrivesOn'), <DayText key="arrives" value={payout.arrivesOn} />],
            [t('bank.arrivedOn'), payout.arrivedOn && <DayText key="arrived" value={payout.arrivedOn} />],
            [t('bank.reference'), payout.bankReference],
            [t('bank.origin'), payout.origin === 'file' && t('bank.file')],
            [
              t('bank.todo'),
              todoId && (
                <Link key="todo" to={`/todos/${todoId}`}>
                  {t('bank.openTodo')}
                </Link>
              ),
            ],
          ]}
        />
      </Panel>
    </>
  )
}
