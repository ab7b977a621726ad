import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { bookEntry, type EntryRow } from './queries.ts'

/** The order that an entry was taken for, or the payout that it was; where one is proposed, the word that it is right. */
export function TakeButton({ entry }: { readonly entry: EntryRow }) {
  const t = useTranslations('bank.take')
  const can = useCan()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (number: string) => bookEntry(entry.id, number),
    onSuccess: async ({ paid }) => {
      sayDone(t(paid ? 'paid' : 'part'))
      await client.invalidateQueries({ queryKey: ['bank'] })
    },
    onError: (error) => sayRefused(error, t('failed')),
  })
  const { orderId, orderNumber, proposedNumber: number, party } = entry
  if (orderId && orderNumber) {
    return can('orders:read') ? <Link to={`/orders/${orderId}`}>{t('order', { number: orderNumber })}</Link> : null
  }
  if (entry.payoutId) return can('payments:read') ? <Link to={`/payouts/${entry.payoutId}`}>{t('payout')}</Link> : null
  if (!number || !can('bank:write')) return null
  return (
    <Button
      variant="default"
      size="sm"
      loading={isPending}
      aria-label={t('openFor', { number, party })}
      onClick={(click) => {
        // The row itself leads to the entry.
        click.preventDefault()
        click.stopPropagation()
        mutate(number)
      }}
    >
      {t('open', { number })}
    </Button>
  )
}
