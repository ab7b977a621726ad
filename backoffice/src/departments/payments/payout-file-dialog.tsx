import { FileInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { takePayoutFile } from './payout-queries.ts'

/** A report of a provider that cannot be asked, or of a time before it was. */
export function PayoutFileDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('payments.payouts.file')
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (chosen: File) => takePayoutFile(await chosen.text(), crypto.randomUUID()),
    onSuccess: async ({ payouts, known }) => {
      await client.invalidateQueries({ queryKey: ['payments'] })
      sayDone(t('done', { payouts, known }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={file !== null}
      error={error}
      onConfirm={() => file && mutate(file)}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <FileInput
        label={t('choose')}
        placeholder={t('placeholder')}
        accept=".csv,text/csv"
        value={file}
        onChange={setFile}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
