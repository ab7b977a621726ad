import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'
import { cancelOrder, isSentInPart, type Order } from './queries.ts'
import { RestOutcome } from './rest-outcome.tsx'

/** Calls an order off: whole, or what of it was not sent yet. */
export function CancelDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const isRest = isSentInPart(order)
  const t = useTranslations('orders.cancel')
  const tRest = useTranslations('orders.rest')
  const seesOutcome = useCan()('orders:edit')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { number, state } = order
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => cancelOrder(order, { reason: reason.trim(), what: isRest ? 'rest' : 'order' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(isRest ? tRest('done', { number }) : t('done', { number }))
      onClose()
    },
  })
  const meaning = isRest
    ? tRest(state === 'paid' ? 'meaning' : 'meaningUnpaid')
    : t(state === 'paid' ? 'meaningPaid' : 'meaning')
  return (
    <ConfirmDialog
      opened
      wide={isRest}
      danger
      title={isRest ? tRest('title', { number }) : t('title', { number })}
      confirm={isRest ? tRest('submit') : t('submit')}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <BlackoutNotice act="orders.cancel" />
      <p>{meaning}</p>
      <TextInput
        label={t('reason')}
        description={t('reasonMeaning')}
        maxLength={300}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
      {isRest && seesOutcome && <RestOutcome order={order} />}
    </ConfirmDialog>
  )
}
