import { Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { chargeOrder, type Charges, type SavedCard } from './charge-queries.ts'
import { nameOfCard } from './name-of-card.ts'
import styles from './order-payments.module.css'

interface ChargeDialogProps {
  readonly orderId: string
  readonly due: NonNullable<Charges['due']>
  readonly methods: readonly SavedCard[]
  readonly onClose: () => void
}

/** Charges what is due, once; what the customer agreed to when they had the card kept stands there to be read. */
export function ChargeDialog({ orderId, due, methods, onClose }: ChargeDialogProps) {
  const t = useTranslations('payments.charge')
  const client = useQueryClient()
  const amount = formatMoney(due.amount, useLocale())
  const [methodId, setMethodId] = useState(methods[0]?.id ?? '')
  const [agreed, setAgreed] = useState('')
  const chosen = methods.find(({ id }) => id === methodId)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => chargeOrder(orderId, { methodId, agreed: agreed.trim() }),
    onSuccess: ({ state }) => {
      sayDone(t(state === 'paid' ? 'done' : 'needsCustomer', { amount }))
      onClose()
    },
    // What the bank said stands with the tries, a no too.
    onSettled: () => client.invalidateQueries({ queryKey: ['orders'] }),
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { amount })}
      confirm={t('submit', { amount })}
      busy={isPending}
      ready={chosen !== undefined && agreed.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Select
        label={t('which')}
        allowDeselect={false}
        data={methods.map((method) => ({ value: method.id, label: nameOfCard(method, t('card')) }))}
        value={methodId}
        onChange={(value) => setMethodId(value ?? '')}
      />
      {chosen && (
        <div className={styles.review}>
          {chosen.words}
          <br />
          <small>{t.rich('consent', { at: () => <DateText value={chosen.agreedAt} form="full" /> })}</small>
        </div>
      )}
      <TextInput
        label={t('agreed')}
        description={t('agreedHint')}
        maxLength={300}
        data-autofocus
        value={agreed}
        onChange={(change) => setAgreed(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
