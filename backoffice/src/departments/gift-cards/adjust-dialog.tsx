import { SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'

interface AdjustDialogProps {
  readonly currency: string
  readonly meaning: string
  readonly save: (body: { readonly amount: Money; readonly reason: string }, key: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Puts more on a card or a grant of store credit, or takes from it: always for a reason, which stands in its history. */
export function AdjustDialog({ currency, meaning, save, onClose }: AdjustDialogProps) {
  const t = useTranslations('gift-cards.adjust')
  const client = useQueryClient()
  const [way, setWay] = useState('on')
  const [amount, setAmount] = useState<Money | null | undefined>(null)
  const [reason, setReason] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ amount: sum }: Money) =>
      save({ amount: { amount: way === 'on' ? sum : -sum, currency }, reason: reason.trim() }, `${key}.${way}.${sum}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t('done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={Boolean(amount && amount.amount > 0) && reason.trim() !== ''}
      error={error}
      onConfirm={() => amount && mutate(amount)}
      onClose={onClose}
    >
      <p>{meaning}</p>
      <SegmentedControl
        aria-label={t('way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
      />
      <MoneyField label={t('amount')} currency={currency} initial={null} onChange={setAmount} />
      <TextInput
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
