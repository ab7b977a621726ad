import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { decideApproval, withdrawApproval, type Approval } from './approval-queries.ts'

export type ApprovalAction = 'approve' | 'refuse' | 'withdraw'

interface ApprovalDialogProps {
  readonly approval: Approval
  readonly action: ApprovalAction
  readonly onClose: () => void
  readonly onDone: () => void
}

// i18n-dynamic: work.approvals.actions.*, work.approvals.asks.*, work.approvals.done.*
/** Approving does it at once; refusing says why. */
export function ApprovalDialog({ approval, action, onClose, onDone }: ApprovalDialogProps) {
  const t = useTranslations('work.approvals')
  const [comment, setComment] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      action === 'withdraw' ? withdrawApproval(approval.id) : decideApproval(approval.id, action, comment.trim()),
    onSuccess: ({ state }) => {
      sayDone(t(`done.${state}`))
      onDone()
      onClose()
    },
    onError: onDone,
  })
  return (
    <ConfirmDialog
      opened
      title={t(`asks.${action}`)}
      confirm={t(`actions.${action}`)}
      danger={action === 'refuse'}
      busy={isPending}
      ready={action !== 'refuse' || comment.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{approval.summary}</p>
      {action !== 'withdraw' && (
        <Textarea
          label={t(action === 'refuse' ? 'reason' : 'comment')}
          description={t('commentMeaning', { name: approval.requester.name })}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          value={comment}
          onChange={(change) => setComment(change.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  )
}
