import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { bookEntry, type Entry } from './queries.ts'

/** Takes the money for an order: the one that is proposed, or another. */
export function BookDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const t = useTranslations('bank.book')
  const locale = useLocale()
  const client = useQueryClient()
  const [number, setNumber] = useState(entry.proposedNumber ?? '')
  const digits = number.trim().replace(/^#/, '')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => bookEntry(entry.id, digits),
    onSuccess: async ({ paid }) => {
      sayDone(t(paid ? 'paid' : 'part'))
      onClose()
      await client.invalidateQueries({ queryKey: ['bank'] })
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { amount: formatMoney(entry.amount, locale) })}
      confirm={t('open')}
      busy={isPending}
      ready={/^[1-9]\d{0,11}$/.test(digits)}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <TextInput
        label={t('number')}
        inputMode="numeric"
        maxLength={13}
        data-autofocus
        value={number}
        onChange={(change) => setNumber(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
