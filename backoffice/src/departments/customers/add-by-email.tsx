import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'

interface AddByEmailProps {
  readonly title: string
  readonly add: (emails: string) => Promise<{ readonly added: number; readonly unknown: readonly string[] }>
  readonly onClose: () => void
}

/** Pasted addresses. Whose address belongs to nobody stays in the field and is told: the rest is in. */
export function AddByEmail({ title, add, onClose }: AddByEmailProps) {
  const t = useTranslations('customers.groups.members')
  const client = useQueryClient()
  const [emails, setEmails] = useState('')
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => add(emails),
    onSuccess: async ({ added, unknown }) => {
      await client.invalidateQueries({ queryKey: ['customers'] })
      sayDone(t('added', { count: added }))
      if (unknown.length === 0) onClose()
      else setEmails(unknown.join('\n'))
    },
  })
  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={title}
      busy={isPending}
      ready={emails.includes('@')}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {data && data.unknown.length > 0 && <output>{t('unknown', { count: data.unknown.length })}</output>}
      <Textarea
        label={t('emails')}
        description={t('emailsHint')}
        data-autofocus
        autosize
        minRows={4}
        maxRows={12}
        value={emails}
        onChange={(change) => setEmails(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
