import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { refund, type Payment } from './queries.ts'
import { STORE_CREDIT } from './use-paid-by.ts'
import { WorthOfLines } from './worth-of-lines.tsx'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

// i18n-dynamic: payments.refund.ways.*

const WAYS = ['money', 'credit'] as const
type Way = (typeof WAYS)[number]

/** Money goes back, or becomes store credit: all that is left of it, or a part. How it went appears by itself. */
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
  const [way, setWay] = useState<Way>('money')
  const [hasAgreed, setAgreed] = useState(false)
  const mayChoose = !payment.giftCard && payment.provider !== STORE_CREDIT && !payment.surplus
  const asCredit = mayChoose && way === 'credit'
  // The same key for the same question: a second try after a lost answer gives back once.
  const [key] = useState(() => crypto.randomUUID())
  const isTooMuch = amount !== null && amount !== undefined && amount.amount > refundable.amount
  const { mutate, error, isPending } = useMutation({
    mutationFn: (money: Money) =>
      refund({ paymentId: payment.id, amount: money, reason: reason.trim(), asCredit }, `${key}.${way}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t(asCredit ? 'creditGiven' : 'begun'))
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
      ready={Boolean(amount && amount.amount > 0) && !isTooMuch && reason.trim() !== '' && (!asCredit || hasAgreed)}
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
      {mayChoose && (
        <SegmentedControl
          fullWidth
          aria-label={t('way')}
          value={way}
          onChange={(next) => setWay(next as Way)}
          data={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
        />
      )}
      {asCredit && (
        <Checkbox
          label={t('agreed')}
          description={t('agreedMeaning')}
          checked={hasAgreed}
          onChange={(change) => setAgreed(change.currentTarget.checked)}
        />
      )}
      <TextInput
        label={t('reason')}
        description={asCredit ? t('reasonSeen') : t('reasonMeaning')}
        maxLength={300}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
