import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { mail, type Document } from './queries.ts'

/** Says to whom it goes before it does. */
export function MailDialog({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const t = useTranslations('documents.mail')
  const [key] = useState(() => crypto.randomUUID())
  const sending = useMutation({
    mutationFn: () => mail(document.id, key),
    onSuccess: ({ recipient }) => {
      sayDone(t('sent', { recipient }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('open')}
      confirm={t('send')}
      busy={sending.isPending}
      error={sending.error}
      onConfirm={() => sending.mutate()}
      onClose={onClose}
    >
      <p>{t('meaning', { recipient: document.buyer.email })}</p>
    </ConfirmDialog>
  )
}
