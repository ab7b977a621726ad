import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import type { Unread } from '../../ui/form/field.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import styles from './order-payments.module.css'
import { recordReceipt, recordRefundTransferred, type Payment } from './queries.ts'

/** Of transfers and of what is paid at the door nobody tells but the bank’s statement. */
export const isByHand = ({ provider }: Payment) =>
  provider === 'bank_transfer' || provider === 'cash_on_delivery' || provider === 'sepa_debit'

/** Money that no provider tells of: what came, and what went back, is said by a person who saw it. */
export function ByHand({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.byHand')
  const [isReceiving, setReceiving] = useState(false)
  const [refundId, setRefundId] = useState<string>()
  const locale = useLocale()
  const action = payment.allowedActions.find(({ action: name }) => name === 'record')
  if (!action || !isByHand(payment)) return null
  const wanted = payment.refunds.filter(({ state }) => state === 'wanted')
  const awaits = !payment.surplus && payment.captured.amount < payment.amount.amount
  return (
    <>
      {awaits && (
        <ActionButton variant="default" refusal={action.reason?.message} onClick={() => setReceiving(true)}>
          {t('open')}
        </ActionButton>
      )}
      {wanted.map(({ id, amount }) => (
        <ActionButton
          key={id}
          variant="default"
          classNames={{ root: styles.long, label: styles.lines }}
          refusal={action.reason?.message}
          onClick={() => setRefundId(id)}
        >
          {t('refund', { amount: formatMoney(amount, locale) })}
        </ActionButton>
      ))}
      {isReceiving && (
        <ReceiptDialog orderId={payment.orderId} lacking={lackingOf(payment)} onClose={() => setReceiving(false)} />
      )}
      {refundId !== undefined && <RefundPaidDialog refundId={refundId} onClose={() => setRefundId(undefined)} />}
    </>
  )
}

const today = () => new Date().toISOString().slice(0, 10)

const lackingOf = ({ amount, captured }: Payment): Money => ({ ...amount, amount: amount.amount - captured.amount })

interface ReceiptDialogProps {
  readonly orderId: string
  /** What is waited for, and offered as what came. */
  readonly lacking: Money
  readonly onClose: () => void
}

export function ReceiptDialog({ orderId, lacking, onClose }: ReceiptDialogProps) {
  const t = useTranslations('payments.byHand')
  const locale = useLocale()
  const client = useQueryClient()
  const [amount, setAmount] = useState<Money | null | undefined>(lacking)
  const [receivedOn, setReceivedOn] = useState<string | Unread | undefined>(today)
  const [bankReference, setBankReference] = useState('')
  // The same key for the same question: a second try after a lost answer records once.
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: (money: Money) =>
      recordReceipt(
        orderId,
        { amount: money, receivedOn: String(receivedOn), bankReference: bankReference.trim() },
        key,
      ),
    onSuccess: async ({ paid }) => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t(paid ? 'paid' : 'part'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={Boolean(amount && amount.amount > 0) && typeof receivedOn === 'string' && bankReference.trim() !== ''}
      error={error}
      onConfirm={() => amount && mutate(amount)}
      onClose={onClose}
    >
      <MoneyField
        label={t('amount')}
        description={t('lacking', { amount: formatMoney(lacking, locale) })}
        data-autofocus
        currency={lacking.currency}
        initial={lacking}
        onChange={setAmount}
      />
      <Booked
        day={receivedOn}
        label={t('on')}
        reference={bankReference}
        onDay={setReceivedOn}
        onReference={setBankReference}
      />
    </ConfirmDialog>
  )
}

function RefundPaidDialog({ refundId, onClose }: { readonly refundId: string; readonly onClose: () => void }) {
  const t = useTranslations('payments.byHand')
  const client = useQueryClient()
  const [paidOn, setPaidOn] = useState<string | Unread | undefined>(today)
  const [bankReference, setBankReference] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      recordRefundTransferred(refundId, { paidOn: String(paidOn), bankReference: bankReference.trim() }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('refundDone'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('refundTitle')}
      confirm={t('submit')}
      busy={isPending}
      ready={typeof paidOn === 'string' && bankReference.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Booked
        day={paidOn}
        label={t('refundOn')}
        reference={bankReference}
        onDay={setPaidOn}
        onReference={setBankReference}
      />
    </ConfirmDialog>
  )
}

interface BookedProps {
  readonly day: string | Unread | undefined
  readonly label: string
  readonly reference: string
  readonly onDay: (day: string | Unread | undefined) => void
  readonly onReference: (reference: string) => void
}

/** When the bank booked it, and what it calls it. */
export function Booked({ day, label, reference, onDay, onReference }: BookedProps) {
  const t = useTranslations('payments.byHand')
  return (
    <>
      <DayInput name="bookedOn" label={label} value={day} onChange={onDay} />
      <TextInput
        label={t('ref')}
        description={t('refM')}
        maxLength={140}
        value={reference}
        onChange={(change) => onReference(change.currentTarget.value)}
      />
    </>
  )
}
