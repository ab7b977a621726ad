import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { RelatedRecords } from '../../ui/record/related-records.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { RecordWork } from '../work/record-work.tsx'
import styles from './bank.module.css'
import { collectAgain, debitDetail, DEBIT_TONES, revokeMandate, type Debit } from './debit-queries.ts'
import { SettleDialog } from './settle-dialog.tsx'

// i18n-dynamic: bank.debits.states.*

/** One collection: what, when, under what, and what the bank made of it. */
export default function DebitScreen() {
  const t = useTranslations('bank.debits')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: debit, error, refetch } = useQuery(debitDetail(id, useLocale()))
  const client = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  const [asking, setAsking] = useState<'settle' | 'revoke'>()
  const again = useMutation({
    mutationFn: () => collectAgain(id),
    onSuccess: async (next) => {
      await client.invalidateQueries({ queryKey: ['bank'] })
      sayDone(t('againDone'))
      await navigate({ to: `/direct-debits/${next.id}` })
    },
    onError: (refused) => sayRefused(refused, t('failed')),
  })
  const back = { to: '/direct-debits', label: t('title') }
  if (!debit) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  const record = { department: 'bank', type: 'direct_debit' as const, id }
  const refusalOf = (action: string) => debit.allowedActions.find((one) => one.action === action)?.reason?.message
  const revocation: RecordAction = {
    key: 'revoke',
    label: t('revoke.open'),
    refusal: refusalOf('revoke'),
    onClick: () => setAsking('revoke'),
  }
  const afterwards: RecordAction[] = [
    { key: 'settle', label: t('settle.open'), refusal: refusalOf('settle'), onClick: () => setAsking('settle') },
    {
      key: 'again',
      label: t('again'),
      refusal: refusalOf('collect_again'),
      primary: true,
      onClick: () => !again.isPending && again.mutate(),
    },
  ]
  return (
    <>
      <RecordHeader
        title={debit.holder}
        state={{ tone: DEBIT_TONES[debit.state], label: t(`states.${debit.state}`) }}
        subtitle={<DayText value={debit.collectsOn ?? debit.dueOn} />}
        back={back}
        record={record}
        actions={[...(debit.mandate.revokedAt === null ? [revocation] : []), ...(isBack(debit) ? afterwards : [])]}
      />
      <RecordColumns
        main={<Collected debit={debit} />}
        side={
          <>
            <Signed debit={debit} />
            <RelatedRecords record={record} />
          </>
        }
        below={<RecordWork record={record} title={debit.holder} write="bank:write" />}
      />
      {asking === 'settle' && <SettleDialog debit={debit} onClose={() => setAsking(undefined)} />}
      {asking === 'revoke' && (
        <ReasonDialog
          danger
          title={t('revoke.title')}
          meaning={t('revoke.meaning')}
          confirm={t('revoke.open')}
          done={t('revoke.done')}
          department="bank"
          act={(reason) => revokeMandate(id, reason, keyOf({ id, reason }))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

/** What a bank did not pay, or took back, is to be settled; nothing else is. */
const isBack = ({ state }: Debit) => state === 'rejected' || state === 'returned'

function Collected({ debit }: { readonly debit: Debit }) {
  const t = useTranslations('bank.debits.facts')
  const { amount, owed, fee, reason, reasonText } = debit
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('amount'), <MoneyText key="amount" value={amount} />],
          [t('order'), <Link key="order" to={`/orders/${debit.orderId}`}>{`#${debit.orderNumber}`}</Link>],
          [t('dueOn'), <DayText key="due" value={debit.dueOn} />],
          [t('collectsOn'), debit.collectsOn && <DayText key="on" value={debit.collectsOn} />],
          [t('bookedOn'), debit.bookedOn && <DayText key="booked" value={debit.bookedOn} />],
          [t('reason'), reason && `${reasonText ?? ''} (${reason})`.trim()],
          [t('owed'), isBack(debit) && <MoneyText key="owed" value={owed} />],
          [t('fee'), fee.amount > 0 && <MoneyText key="fee" value={fee} />],
          [t('attempt'), debit.attempt > 1 && debit.attempt],
          [t('account'), `•••• ${debit.ibanEndsOn}`],
          [t('endToEndId'), <code key="name">{debit.endToEndId}</code>],
          [
            t('run'),
            debit.runId && (
              <Link key="run" to={`/payment-runs/${debit.runId}`}>
                {t('openRun')}
              </Link>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function Signed({ debit: { reference, mandate } }: { readonly debit: Debit }) {
  const t = useTranslations('bank.debits.mandate')
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('reference'), reference],
          [t('creditor'), `${mandate.creditorName}, ${mandate.creditorId}`],
          [t('kind'), t(mandate.kind === 'one_off' ? 'oneOff' : 'recurring')],
          [t('signedAt'), <DateText key="signed" value={mandate.signedAt} />],
          [t('device'), mandate.device],
          [t('revokedAt'), mandate.revokedAt && <DateText key="revoked" value={mandate.revokedAt} />],
          [t('because'), mandate.revokedBecause],
        ]}
      />
      <details className={styles.below}>
        <summary>{t('text')}</summary>
        {mandate.text.split('\n\n').map((paragraph) => (
          <p key={paragraph} className="dimmed">
            {paragraph}
          </p>
        ))}
      </details>
    </Panel>
  )
}
