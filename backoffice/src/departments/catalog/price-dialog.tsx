import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { decimalOf, exponentOf, type Money } from '../../ui/format-money.ts'
import { parseMoney } from '../../ui/parse-money.ts'
import { setPrice, type VariantPrices } from './queries.ts'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'

interface PriceDialogProps {
  readonly variant: VariantPrices
  readonly price: VariantPrices['prices'][number]
  readonly onClose: () => void
}

/** One price in one currency. What was typed is sent to the cent, or not at all. */
export function PriceDialog({ variant, price, onClose }: PriceDialogProps) {
  const t = useTranslations('catalog.price')
  const client = useQueryClient()
  const { currency } = price.amount
  const [typed, setTyped] = useState(decimalText(price.amount))
  const [before, setBefore] = useState(price.compareAt ? decimalText(price.compareAt) : '')
  const amount = parseMoney(typed, currency)
  const compareAt = before.trim() === '' ? null : parseMoney(before, currency)
  const { mutate, error, isPending } = useMutation({
    mutationFn: setPrice,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('done', { sku: variant.sku }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { sku: variant.sku })}
      confirm={t('submit')}
      busy={isPending}
      ready={amount !== undefined && compareAt !== undefined}
      error={error}
      onConfirm={() => amount && compareAt !== undefined && mutate({ variantId: variant.variantId, amount, compareAt })}
      onClose={onClose}
    >
      <BlackoutNotice act="pricing.change_price" />
      <TextInput
        label={t('amount', { currency })}
        inputMode="decimal"
        data-autofocus
        error={amount ? undefined : t('notAnAmount')}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      <TextInput
        label={t('before', { currency })}
        description={t('beforeMeaning')}
        inputMode="decimal"
        error={compareAt === undefined ? t('notAnAmount') : undefined}
        value={before}
        onChange={(change) => setBefore(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

function decimalText({ amount, currency }: Money): string {
  return decimalOf(amount, exponentOf(currency))
}
