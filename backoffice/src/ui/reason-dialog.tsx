import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { sayDone } from './done.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly meaning: string
  readonly confirm: string
  readonly done: string
  readonly danger?: boolean
  /** What is read anew afterwards. */
  readonly department: string
  readonly act: (reason: string) => Promise<unknown>
  readonly onDone?: () => void
  readonly onClose: () => void
}

const LONGEST = 500

/** Asks why before something ends, stops or is put away; the reason stands in the history. */
export function ReasonDialog({
  title,
  meaning,
  confirm,
  done,
  danger = false,
  department,
  act,
  onDone,
  onClose,
}: ReasonDialogProps) {
  const t = useTranslations('ui.dialog')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: async () => {
      onClose()
      onDone?.()
      await client.invalidateQueries({ queryKey: [department] })
      sayDone(done)
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
        maxLength={LONGEST}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
