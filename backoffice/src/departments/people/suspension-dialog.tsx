import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { resumeStaff, suspendStaff, type Person } from './queries.ts'

interface PersonDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Can be taken back, unlike an ending. */
export function SuspendDialog({ person: { id, name }, onClose }: PersonDialogProps) {
  const t = useTranslations('people.suspension')
  return (
    <ReasonDialog
      title={t('title', { name })}
      meaning={t('meaning')}
      confirm={t('confirm')}
      done={t('done')}
      department="people"
      act={(reason) => suspendStaff(id, reason)}
      onClose={onClose}
    />
  )
}

export function ResumeStaffDialog({ person: { id, name }, onClose }: PersonDialogProps) {
  const t = useTranslations('people.suspension')
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => resumeStaff(id),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['people'] })
      sayDone(t('resumed'))
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('resumeTitle', { name })}
      confirm={t('resume')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('resumeMeaning')}</p>
    </ConfirmDialog>
  )
}
