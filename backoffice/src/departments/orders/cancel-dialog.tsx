import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { cancelOrder, type Order } from './queries.ts'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

export function CancelDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const t = useTranslations('orders.cancel')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => cancelOrder(order, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('done', { number: order.number }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('title', { number: order.number })}
      confirm={t('submit')}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <BlackoutNotice act="orders.cancel" />
      <p>{t(order.state === 'paid' ? 'meaningPaid' : 'meaning')}</p>
      <TextInput
        label={t('reason')}
        description={t('reasonMeaning')}
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
