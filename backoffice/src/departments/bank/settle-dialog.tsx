import { Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import type { Unread } from '../../ui/form/field.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { settleDebit, type Debit, type Settlement } from './debit-queries.ts'

const today = () => new Date().toISOString().slice(0, 10)

/** What its bank took back came otherwise after all, or nobody asks for it any more. */
export function SettleDialog({ debit, onClose }: { readonly debit: Debit; readonly onClose: () => void }) {
  const t = useTranslations('bank.debits.settle')
  const locale = useLocale()
  const client = useQueryClient()
  const keyOf = useKeyOf()
  const [outcome, setOutcome] = useState<Settlement['outcome']>('made_good')
  const [on, setOn] = useState<string | Unread | undefined>(today)
  const [note, setNote] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const said = { outcome, on: String(on), note: note.trim() }
      return settleDebit(debit.id, said, keyOf(said))
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['bank'] })
      sayDone(t('done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { amount: formatMoney(debit.owed, locale) })}
      confirm={t('submit')}
      busy={isPending}
      ready={note.trim() !== '' && typeof on === 'string'}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Select
        label={t('what')}
        allowDeselect={false}
        data={[
          { value: 'made_good', label: t('madeGood') },
          { value: 'lost', label: t('lost') },
        ]}
        value={outcome}
        onChange={(value) => setOutcome(value === 'lost' ? 'lost' : 'made_good')}
      />
      <DayInput name="on" label={t('on')} value={on} onChange={setOn} />
      <TextInput
        label={t('note')}
        description={t('noteHint')}
        maxLength={500}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
