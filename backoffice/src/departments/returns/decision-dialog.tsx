import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { formatInstant } from '../../ui/format-instant.ts'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { decideWithdrawal, type Decision, type Withdrawal } from './queries.ts'

interface DecisionDialogProps {
  readonly withdrawal: Withdrawal
  readonly decision: Decision
  readonly onClose: () => void
}

// i18n-dynamic: returns.accept.*, returns.refuse.*, returns.close.*
/** Who refuses says why; else a note may be left. */
export function DecisionDialog({ withdrawal, decision, onClose }: DecisionDialogProps) {
  const t = useTranslations('returns')
  const words = useTranslations('ui.dialog')
  const locale = useFormatLocale()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => decideWithdrawal(withdrawal.id, { decision, note: note.trim() }, `${key}.${note.length}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] })
      sayDone(t(`${decision}.done`))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      danger={decision === 'refuse'}
      title={t(`${decision}.title`, { number: withdrawal.number })}
      confirm={t(`actions.${decision}`)}
      busy={isPending}
      ready={decision !== 'refuse' || note.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>
        {t(`${decision}.meaning`, {
          day: formatInstant(new Date(`${withdrawal.refundBy}T00:00:00Z`), 'day', locale),
          email: withdrawal.email,
        })}
      </p>
      <Textarea
        label={decision === 'refuse' ? words('reason') : t('note')}
        maxLength={500}
        autosize
        minRows={2}
        required={decision === 'refuse'}
        withAsterisk={false}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
