import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import type { Unread } from '../../ui/form/field.ts'
import { recordFact, type Fact, type Withdrawal } from './queries.ts'

interface FactDialogProps {
  readonly withdrawal: Withdrawal
  readonly fact: Fact
  readonly onClose: () => void
}

const today = () => new Date().toISOString().slice(0, 10)

/** The goods are back, or a proof of their sending is there: from that day on the money waits no more. */
export function FactDialog({ withdrawal, fact, onClose }: FactDialogProps) {
  const t = useTranslations('returns.factDialog')
  const client = useQueryClient()
  const [on, setOn] = useState<string | Unread | undefined>(today)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (day: string) => recordFact(withdrawal.id, { fact, on: day }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] })
      sayDone(t('done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { what: fact })}
      confirm={t('submit')}
      busy={isPending}
      ready={typeof on === 'string' && on !== ''}
      error={error}
      onConfirm={() => typeof on === 'string' && mutate(on)}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <DayInput name="on" label={t('on')} required value={on} onChange={setOn} />
    </ConfirmDialog>
  )
}
