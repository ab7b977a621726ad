import { Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { AssigneeSelect } from './assignee-select.tsx'
import { handOver, type Assignee, type Todo } from './todo-queries.ts'

interface HandoverDialogProps {
  readonly todo: Todo
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** To the next department, which accepts it or sends it back. */
export function HandoverDialog({ todo, onClose, onDone }: HandoverDialogProps) {
  const t = useTranslations('work.todos')
  const [unit, setUnit] = useState<Assignee>()
  const [note, setNote] = useState('')
  const [checklist, setChecklist] = useState('')
  const lines = checklist.split('\n').map((line) => line.trim())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      handOver(todo.id, { toUnit: unit?.id ?? '', note, checklist: lines.filter((line) => line !== '') }),
    onSuccess: async () => {
      await onDone()
      sayDone(t('handedOver', { name: unit?.name ?? '' }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('asks.hand_over')}
      confirm={t('actions.hand_over')}
      busy={isPending}
      ready={unit !== undefined}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <AssigneeSelect label={t('nextUnit')} kinds={['unit']} value={unit} onChange={setUnit} />
      <Textarea
        label={t('handoverNote')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      <Textarea
        label={t('handoverChecklist')}
        description={t('fields.checklistHint')}
        autosize
        minRows={2}
        value={checklist}
        onChange={(change) => setChecklist(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
