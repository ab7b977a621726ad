import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly meaning: string
  readonly confirm: string
  readonly done: string
  /** False for what can be taken back. */
  readonly danger?: boolean
  readonly act: (reason: string) => Promise<unknown>
  readonly onDone?: () => void
  readonly onClose: () => void
}

/** Asks why before something ends or stops; the reason stands in the history. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, meaning, confirm, done, danger = true, act, onDone, onClose } = props
  const t = useTranslations('people')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onClose()
      onDone?.()
      await client.invalidateQueries({ queryKey: ['people'] })
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
      onConfirm={() => mutate(reason.trim())}
      onClose={onClose}
    >
      <p>{meaning}</p>
      <Textarea
        label={t('reason')}
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
