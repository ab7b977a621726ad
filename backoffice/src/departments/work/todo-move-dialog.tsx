import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { moveTodo, type Todo } from './todo-queries.ts'

interface TodoMoveDialogProps {
  readonly todo: Todo
  readonly move: 'drop' | 'reopen' | 'send_back'
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

// i18n-dynamic: work.todos.asks.*, work.todos.actions.*, work.todos.moved.*
/** What others will ask about later is asked for its reason now. */
export function TodoMoveDialog({ todo, move, onClose, onDone }: TodoMoveDialogProps) {
  const t = useTranslations('work.todos')
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => moveTodo(todo.id, move, reason.trim()),
    onSuccess: async () => {
      await onDone()
      sayDone(t(`moved.${move}`))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger={move !== 'reopen'}
      title={t(`asks.${move}`)}
      confirm={t(`actions.${move}`)}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Textarea
        label={t('reason')}
        description={t('reasonMeaning')}
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
