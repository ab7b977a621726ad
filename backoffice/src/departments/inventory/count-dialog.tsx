import { NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { recordCount, type StockRow } from './queries.ts'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

/** A count, not a correction: what stands on the shelf now. The house works out the move. */
export function CountDialog({ row, onClose }: { readonly row: StockRow; readonly onClose: () => void }) {
  const t = useTranslations('inventory.dialog')
  const client = useQueryClient()
  const [quantity, setQuantity] = useState<number | undefined>(row.onHand)
  const [reason, setReason] = useState('')
  // The same key for the same question: a second try after a lost answer counts once.
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: (counted: number) =>
      recordCount(
        { variantId: row.variantId, locationCode: row.locationCode, quantity: counted, reason: reason.trim() },
        key,
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['inventory'] })
      sayDone(t('done', { sku: row.sku }))
      onClose()
    },
  })
  const difference = (quantity ?? row.onHand) - row.onHand
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={quantity !== undefined && reason.trim() !== ''}
      error={error}
      onConfirm={() => quantity !== undefined && mutate(quantity)}
      onClose={onClose}
    >
      <BlackoutNotice act="inventory.count" />
      <p>
        {[row.name, row.options].filter(Boolean).join(', ')}{' '}
        <span className="dimmed">
          {row.sku} · {row.location}
        </span>
      </p>
      <NumberInput
        label={t('quantity')}
        description={t('difference', { difference })}
        min={0}
        max={1_000_000_000}
        allowDecimal={false}
        allowNegative={false}
        data-autofocus
        value={quantity ?? ''}
        onChange={(next) => setQuantity(typeof next === 'number' ? next : undefined)}
      />
      <TextInput
        label={t('reason')}
        placeholder={t('reasonExample')}
        maxLength={300}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
