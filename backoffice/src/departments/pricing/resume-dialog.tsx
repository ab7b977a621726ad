import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { resumePromotion } from './queries.ts'

/** Lets a promotion go on; where it would collide with other plans by now, with the reason why all the same. */
export function ResumeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('pricing')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => resumePromotion(id, reason.trim() || undefined),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('resumed'))
      onClose()
    },
  })
  const isAsked = reason !== '' || (isProblem(error) && error.body.field === 'nonetheless')
  return (
    <ConfirmDialog
      opened
      title={t('resumeTitle')}
      confirm={t('resume')}
      busy={isPending}
      ready={!isAsked || reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('resumeMeaning')}</p>
      {isAsked && (
        <Textarea
          label={t('collisions.nonetheless')}
          description={t('collisions.nonethelessHint')}
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
