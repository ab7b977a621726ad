import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly meaning: string
  readonly confirm: string
  readonly done: string
  readonly danger?: boolean
  readonly act: (reason: string) => Promise<unknown>
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** Asks why, and does it. */
export function ReasonDialog({
  title,
  meaning,
  confirm,
  done,
  danger = false,
  act,
  onDone,
  onClose,
}: ReasonDialogProps) {
  const t = useTranslations('work.todos')
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      await onDone()
      sayDone(done)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger={danger}
      title={title}
      confirm={confirm}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{meaning}</p>
      <Textarea
        label={t('reason')}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
