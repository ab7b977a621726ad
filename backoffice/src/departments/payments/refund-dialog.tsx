import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { refund, type Payment } from './queries.ts'
import { WorthOfLines } from './worth-of-lines.tsx'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

/** Money goes back: all that is left of it, or a part. How it went appears by itself. */
export function RefundDialog({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const t = useTranslations('payments.refund')
  const locale = useLocale()
  const client = useQueryClient()
  const { refundable } = payment
  const most = formatMoney(refundable, locale)
  const [amount, setAmount] = useState<Money | null | undefined>(refundable)
  const [given, setGiven] = useState<Money>(refundable)
  const can = useCan()
  const [reason, setReason] = useState('')
  // The same key for the same question: a second try after a lost answer gives back once.
  const [key] = useState(() => crypto.randomUUID())
  const isTooMuch = amount !== null && amount !== undefined && amount.amount > refundable.amount
  const { mutate, error, isPending } = useMutation({
    mutationFn: (money: Money) => refund({ paymentId: payment.id, amount: money, reason: reason.trim() }, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('begun'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={Boolean(amount && amount.amount > 0) && !isTooMuch && reason.trim() !== ''}
      error={error}
      onConfirm={() => amount && mutate(amount)}
      onClose={onClose}
    >
      <BlackoutNotice act="payments.refund" />
      {can('orders:read') && (
        <WorthOfLines
          orderId={payment.orderId}
          onChosen={(worth) => {
            // What went back already is not given twice.
            const next = worth.amount > refundable.amount ? refundable : worth
            setAmount(next)
            setGiven(next)
          }}
        />
      )}
      <MoneyField
        key={given.amount}
        label={t('amount')}
        description={t('most', { amount: most })}
        data-autofocus
        currency={refundable.currency}
        initial={given}
        error={isTooMuch ? t('tooMuch', { amount: most }) : undefined}
        onChange={setAmount}
      />
      <TextInput
        label={t('reason')}
        description={t('reasonMeaning')}
        maxLength={300}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
