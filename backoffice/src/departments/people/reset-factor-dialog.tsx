import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProven } from '../../app/session/use-proven.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { resetSecondFactor } from './person-sessions.ts'
import type { Person } from './queries.ts'

/** For who has lost telephone and paper. It opens half the way to their account, so the house asks who is asking. */
export function ResetFactorDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useTranslations('people')
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { act, error, isPending, dialog } = useProven(
    (why: string) => resetSecondFactor(person.id, why),
    async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      onClose()
      sayDone(t('factor.done'))
    },
  )
  return (
    <>
      <ConfirmDialog
        opened
        danger
        title={t('factor.title', { name: person.name })}
        confirm={t('factor.confirm')}
        busy={isPending}
        ready={reason.trim() !== ''}
        error={error}
        onConfirm={() => act(reason.trim())}
        onClose={onClose}
      >
        <p>{t('factor.meaning')}</p>
        <Textarea
          label={t('reason')}
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
      </ConfirmDialog>
      {dialog}
    </>
  )
}
