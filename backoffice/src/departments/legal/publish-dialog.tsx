import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { FieldInput } from '../../ui/form/field-input.tsx'
import type { Field } from '../../ui/form/field.ts'
import { publish, type Policy } from './queries.ts'

interface PublishDialogProps {
  readonly policy: Policy
  /** Of the draft that the reader saw. */
  readonly version: number
  readonly onClose: () => void
}

/** What is published is never changed again; it takes the place of what is in force at once, or later. */
export function PublishDialog({ policy, version, onClose }: PublishDialogProps) {
  const t = useTranslations('legal')
  const client = useQueryClient()
  const [at, setAt] = useState<unknown>()
  const effectiveAt = typeof at === 'string' && at !== '' ? at : undefined
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => publish(policy, { version, ...(effectiveAt && { effectiveAt }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['legal'] })
      sayDone(t('publishedNow'))
      onClose()
    },
  })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const field: Field = {
    kind: 'date-time',
    name: 'effectiveAt',
    label: t('from'),
    hint: t('fromHint'),
    zone,
    optional: true,
  }
  return (
    <ConfirmDialog
      opened
      title={t('publishTitle')}
      confirm={t('publish')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('publishMeaning')}</p>
      <FieldInput field={field} value={at} error={undefined} errorOf={() => undefined} onChange={setAt} />
    </ConfirmDialog>
  )
}
