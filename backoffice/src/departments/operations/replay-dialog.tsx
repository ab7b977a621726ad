import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { replayFailed, webhookKey } from './webhook-queries.ts'

const HOURS = [1, 24, 72, 168, 720] as const
const HOUR_MS = 3_600_000

/** All that was given up since then goes out once more, under the same ids. */
export function ReplayDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('operations.webhooks.replay')
  const client = useQueryClient()
  const [hours, setHours] = useState(24)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => replayFailed(id, new Date(Date.now() - hours * HOUR_MS).toISOString()),
    onSuccess: async ({ count }) => {
      await client.invalidateQueries({ queryKey: webhookKey })
      sayDone(t('done', { count }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('open')}
      confirm={t('send')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <NativeSelect
        label={t('since')}
        data={HOURS.map((value) => ({ value: String(value), label: t('hours', { hours: value }) }))}
        value={String(hours)}
        onChange={(change) => setHours(Number(change.currentTarget.value))}
      />
    </ConfirmDialog>
  )
}
