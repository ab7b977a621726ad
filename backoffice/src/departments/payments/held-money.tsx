import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { Facts } from '../../ui/facts.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { capture, type Payment } from './queries.ts'

/** What the shopper’s bank holds for the shop until goods go out, until when, and the way to take it before. */
export function HeldMoney({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.held')
  const [isTaking, setTaking] = useState(false)
  const { held, heldUntil, allowedActions } = payment
  if (held.amount === 0) return null
  return (
    <>
      <Facts
        items={[
          [t('amount'), <MoneyText key="held" value={held} />],
          [t('until'), heldUntil && <DateText key="until" value={heldUntil} />],
        ]}
      />
      <ActionButton
        variant="default"
        refusal={allowedActions.find(({ action }) => action === 'capture')?.reason?.message}
        onClick={() => setTaking(true)}
      >
        {t('open')}
      </ActionButton>
      {isTaking && <CaptureDialog payment={payment} onClose={() => setTaking(false)} />}
    </>
  )
}

/** All of it, or a part where the provider lets a hold be taken in parts. */
function CaptureDialog({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const t = useTranslations('payments.held')
  const locale = useLocale()
  const client = useQueryClient()
  const { held, takenInParts } = payment
  const [amount, setAmount] = useState<Money | null | undefined>(held)
  // The same key for the same question: a second try after a lost answer takes once.
  const [key] = useState(() => crypto.randomUUID())
  const most = formatMoney(held, locale)
  const isTooMuch = amount !== null && amount !== undefined && amount.amount > held.amount
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => capture(payment.id, takenInParts && amount ? amount : undefined, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('begun'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={Boolean(amount && amount.amount > 0) && !isTooMuch}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {takenInParts ? (
        <MoneyField
          label={t('toTake')}
          description={t('most', { amount: most })}
          data-autofocus
          currency={held.currency}
          initial={held}
          error={isTooMuch ? t('tooMuch', { amount: most }) : undefined}
          onChange={setAmount}
        />
      ) : (
        <p>{t('whole', { amount: most })}</p>
      )}
    </ConfirmDialog>
  )
}
