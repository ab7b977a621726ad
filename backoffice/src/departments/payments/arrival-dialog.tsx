import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import type { Unread } from '../../ui/form/field.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { Booked } from './by-hand.tsx'
import { recordArrival, type Payout } from './payout-queries.ts'

/** Somebody saw it on the bank's statement. */
export function ArrivalDialog({ payout, onClose }: { readonly payout: Payout; readonly onClose: () => void }) {
  const t = useTranslations('payments.payouts.arrival')
  const locale = useLocale()
  const client = useQueryClient()
  const [arrivedOn, setArrivedOn] = useState<string | Unread | undefined>(payout.arrivesOn)
  const [bankReference, setBankReference] = useState('')
  const keyOf = useKeyOf()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const arrival = { arrivedOn: String(arrivedOn), bankReference: bankReference.trim() }
      return recordArrival(payout.id, arrival, keyOf(arrival))
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['payments'] })
      sayDone(t('done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { amount: formatMoney(payout.amount, locale) })}
      confirm={t('submit')}
      busy={isPending}
      ready={typeof arrivedOn === 'string' && bankReference.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Booked
        day={arrivedOn}
        label={t('on')}
        reference={bankReference}
        onDay={setArrivedOn}
        onReference={setBankReference}
      />
    </ConfirmDialog>
  )
}
