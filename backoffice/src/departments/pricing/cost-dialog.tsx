import { TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { answer, api } from '../../client/api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { decimalOf, exponentOf, type Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { parseMoney } from '../../ui/parse-money.ts'
import { marginsChanged } from './margin-queries.ts'
import { setCosts } from './variant-queries.ts'
import styles from './cost.module.css'

interface CostDialogProps {
  readonly variantId: string
  readonly sku: string
  readonly cost: Money | undefined
  readonly currency: string
  readonly onClose: () => void
}

/** What a piece costs from now on; an empty field says that nobody knows. */
export function CostDialog({ variantId, sku, cost, currency, onClose }: CostDialogProps) {
  const t = useTranslations('pricing.cost')
  const client = useQueryClient()
  const [typed, setTyped] = useState(cost ? decimalOf(cost.amount, exponentOf(currency)) : '')
  const wished = typed.trim() === '' ? null : parseMoney(typed, currency)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (next: Money | null) => setCosts([{ variantId, cost: next }]),
    onSuccess: () => {
      marginsChanged(client)
      void client.invalidateQueries({ queryKey: ['pricing', 'costs', variantId] })
      sayDone(t('done', { sku }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title', { sku })}
      confirm={t('submit')}
      busy={isPending}
      ready={wished !== undefined}
      error={error}
      onConfirm={() => wished !== undefined && mutate(wished)}
      onClose={onClose}
    >
      <TextInput
        label={t('amount', { currency })}
        description={t('meaning')}
        inputMode="decimal"
        data-autofocus
        error={wished === undefined ? t('notAnAmount') : undefined}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      <PastCosts variantId={variantId} />
    </ConfirmDialog>
  )
}

/** What it was, the newest first. */
function PastCosts({ variantId }: { readonly variantId: string }) {
  const t = useTranslations('pricing.cost')
  const format = useFormatter()
  const { data } = useQuery({
    queryKey: ['pricing', 'costs', variantId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/variants/{id}/costs', { params: { path: { id: variantId } }, signal })),
  })
  if (!data || data.items.length === 0) return null
  return (
    <table className={styles.past}>
      <caption className="sr-only">{t('past')}</caption>
      <tbody>
        {data.items.slice(0, 6).map(({ from, cost }) => (
          <tr key={from}>
            <th scope="row">{t('since', { day: format.dateTime(new Date(from), { dateStyle: 'medium' }) })}</th>
            <td>
              <MoneyText value={cost} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
