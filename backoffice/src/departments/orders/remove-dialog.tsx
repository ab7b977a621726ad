import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'

interface RemoveDialogProps {
  readonly title: string
  readonly meaning: string
  readonly confirm: string
  readonly done: string
  readonly act: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before a tag or a rule is gone. */
export function RemoveDialog({ title, meaning, confirm, done, act, onClose }: RemoveDialogProps) {
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(done)
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={title}
      confirm={confirm}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{meaning}</p>
    </ConfirmDialog>
  )
}
