import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { pausePromotion, type Promotion } from './queries.ts'

/** Stops a promotion at once; the reason stands in its history. */
export function PauseDialog({ promotion, onClose }: { readonly promotion: Promotion; readonly onClose: () => void }) {
  const t = useTranslations('pricing')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => pausePromotion(promotion.id, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('paused'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('pauseTitle')}
      confirm={t('pause')}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('pauseMeaning')}</p>
      <Textarea
        label={t('reason')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
