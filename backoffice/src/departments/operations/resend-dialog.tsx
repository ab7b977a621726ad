import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { resendMail } from './queries.ts'

interface ResendDialogProps {
  readonly mail: { readonly id: string; readonly recipient: string }
  readonly onClose: () => void
}

/** Says to whom it goes before it does. */
export function ResendDialog({ mail: { id, recipient }, onClose }: ResendDialogProps) {
  const t = useTranslations('operations.mails.again')
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const sending = useMutation({
    mutationFn: () => resendMail(id, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['operations'] })
      sayDone(t('sent', { recipient }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('open')}
      busy={sending.isPending}
      error={sending.error}
      onConfirm={() => sending.mutate()}
      onClose={onClose}
    >
      <p>{t('meaning', { recipient })}</p>
    </ConfirmDialog>
  )
}
