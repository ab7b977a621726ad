import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useSession } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { DisputeAnswers } from './dispute-answers.tsx'
import styles from './disputes.module.css'
import { EvidenceForm } from './evidence-form.tsx'
import { acceptDispute, DISPUTE_TONES, disputeDetail, takeDispute, type Dispute } from './dispute-queries.ts'

// i18n-dynamic: payments.dispute.states.*, payments.dispute.why.*, payments.dispute.next.*

/** One dispute: why, how much, until when, and the one answer that the bank takes. */
export default function DisputeScreen() {
  const t = useTranslations('payments.dispute')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: dispute, error, refetch } = useQuery(disputeDetail(id, useLocale()))
  const back = { to: '/disputes', label: t('title') }
  if (!dispute) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={360} radius="lg" />}
      </>
    )
  }
  return <Shown dispute={dispute} back={back} />
}

function Shown({ dispute, back }: { readonly dispute: Dispute; readonly back: { to: string; label: string } }) {
  const t = useTranslations('payments.dispute')
  const { id, state, orderNumber, providerRef, allowedActions } = dispute
  const [isAccepting, setAccepting] = useState(false)
  const taking = useTaking(dispute)
  const record = { department: 'payments', type: 'dispute' as const, id }
  const title = t('numbered', { number: orderNumber ?? providerRef })
  const refusalOf = (action: string) => allowedActions.find((one) => one.action === action)?.reason?.message
  const waits = state === 'needs_response'
  return (
    <>
      <RecordHeader
        title={title}
        state={{ tone: DISPUTE_TONES[state], label: t(`states.${state}`) }}
        subtitle={<DateText value={dispute.openedAt} form="full" />}
        back={back}
        record={record}
        actions={[
          ...(taking.action ? [taking.action] : []),
          ...(waits
            ? [
                {
                  key: 'accept',
                  label: t('accept.open'),
                  danger: true,
                  refusal: refusalOf('accept'),
                  onClick: () => setAccepting(true),
                },
              ]
            : []),
        ]}
      />
      <FormError error={taking.error} />
      <RecordColumns
        main={
          <>
            <Told dispute={dispute} />
            {waits && !refusalOf('evidence') && <EvidenceForm dispute={dispute} />}
            {dispute.answers.length > 0 && <DisputeAnswers dispute={dispute} />}
          </>
        }
        side={<Money dispute={dispute} />}
        below={<RecordWork record={record} title={title} write="payments:dispute" />}
      />
      {isAccepting && <AcceptDialog dispute={dispute} onClose={() => setAccepting(false)} />}
    </>
  )
}

/** Whoever has it is named; anybody else who may answer can take it over while it waits. */
function useTaking({ id, ownerId, endedAt, allowedActions }: Dispute): {
  readonly action: RecordAction | undefined
  readonly error: unknown
} {
  const t = useTranslations('payments.dispute')
  const client = useQueryClient()
  const { staff } = useSession()
  const { mutate, error } = useMutation({
    mutationFn: () => takeDispute(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['payments'] })
      sayDone(t('take.done'))
    },
  })
  const lacks = allowedActions.find(({ reason }) => reason?.code === 'host.not_allowed')?.reason?.message
  const isTheirs = ownerId === staff.id
  if (isTheirs || endedAt !== null) return { action: undefined, error }
  return { action: { key: 'take', label: t('take.open'), refusal: lacks, onClick: () => mutate() }, error }
}

function Told({ dispute }: { readonly dispute: Dispute }) {
  const t = useTranslations('payments.dispute')
  const { orderId, orderNumber, providerRef, reason, amount, dueAt, owner, state, inquiry } = dispute
  return (
    <Panel title={t('about')}>
      <Facts
        items={[
          [t('reason'), t(`why.${reason}`)],
          [t('amount'), <MoneyText key="amount" value={amount} />],
          [t('dueAt'), dueAt !== null && <DateText key="due" value={dueAt} form="full" />],
          [
            t('order'),
            <Link key="order" to={`/orders/${orderId}`}>
              {orderNumber ?? providerRef}
            </Link>,
          ],
          [t('owner'), owner ?? t('nobody')],
          [t('reference'), <code key="reference">{providerRef}</code>],
        ]}
      />
      <p className={styles.next}>{t(inquiry && state === 'needs_response' ? 'next.inquiry' : `next.${state}`)}</p>
    </Panel>
  )
}

/** What the bank took and gave back, and what it cost. */
function Money({ dispute: { movements, withdrawn, lost, fee } }: { readonly dispute: Dispute }) {
  const t = useTranslations('payments.dispute')
  const held = { ...withdrawn, amount: withdrawn.amount - lost.amount }
  return (
    <Panel title={t('money')}>
      {movements.length === 0 && <p className="dimmed">{t('nothingMoved')}</p>}
      <Facts
        items={[
          ...movements.map(
            ({ ref, amount, at }) =>
              [
                t(amount.amount < 0 ? 'taken' : 'givenBack'),
                <span key={ref}>
                  <MoneyText value={amount} /> · <DateText value={at} />
                </span>,
              ] as const,
          ),
          [t('withdrawn'), held.amount > 0 && <MoneyText key="withdrawn" value={held} />],
          [t('fee'), fee.amount !== 0 && <MoneyText key="fee" value={fee} />],
          [t('lost'), lost.amount > 0 && <MoneyText key="lost" value={lost} />],
        ]}
      />
    </Panel>
  )
}

function AcceptDialog({ dispute, onClose }: { readonly dispute: Dispute; readonly onClose: () => void }) {
  const t = useTranslations('payments.dispute.accept')
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => acceptDispute(dispute.id, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['payments'] })
      sayDone(t('done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('title')}
      confirm={t('open')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
    </ConfirmDialog>
  )
}
