import { SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'
import { adjustCard, type Card } from './queries.ts'

/** Puts more on a card, or takes from it: always for a reason, which stands in its history. */
export function AdjustDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const t = useTranslations('gift-cards.adjust')
  const client = useQueryClient()
  const [way, setWay] = useState('on')
  const [amount, setAmount] = useState<Money | null | undefined>(null)
  const [reason, setReason] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: ({ amount: sum, currency }: Money) =>
      adjustCard(
        card.id,
        { amount: { amount: way === 'on' ? sum : -sum, currency }, reason: reason.trim() },
        `${key}.${way}.${sum}`,
      ),
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
      <p>{t('meaning')}</p>
      <SegmentedControl
        aria-label={t('way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
      />
      <MoneyField label={t('amount')} currency={card.balance.currency} initial={null} onChange={setAmount} />
      <TextInput
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
