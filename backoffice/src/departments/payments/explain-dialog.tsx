import { Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { explainLine, movementsOf, type Explanation, type Payout, type PayoutLine } from './payout-queries.ts'

// i18n-dynamic: payments.payouts.explain.as.*
const WAYS = ['movement', 'fee', 'adjustment', 'reserve'] as const

/** A person says what a line is: a movement of an order, what the provider takes, keeps back or corrects. */
export function ExplainDialog({
  payout,
  line,
  onClose,
}: {
  readonly payout: Payout
  readonly line: PayoutLine
  readonly onClose: () => void
}) {
  const t = useTranslations('payments.payouts.explain')
  const locale = useLocale()
  const client = useQueryClient()
  const [way, setWay] = useState<Explanation['as']>('movement')
  const [order, setOrder] = useState('')
  const [movementId, setMovementId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const keyOf = useKeyOf()
  const number = order.trim().replace(/^#/, '')
  const { data: found, isFetching } = useQuery(movementsOf(payout.id, number))
  const kind = line.amount.amount >= 0 ? 'capture' : 'refund'
  const choices = (found?.items ?? []).filter((movement) => movement.kind === kind && !movement.taken)
  const chosen = choices.some(({ id }) => id === movementId) ? movementId : (choices[0]?.id ?? null)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const said = { as: way, words: words.trim(), ...(way === 'movement' && chosen ? { movementId: chosen } : {}) }
      return explainLine(line.id, said, keyOf(said))
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
      title={t('title', { amount: formatMoney(line.amount, locale) })}
      confirm={t('submit')}
      busy={isPending}
      ready={words.trim() !== '' && (way !== 'movement' || chosen !== null)}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <Select
        label={t('what')}
        allowDeselect={false}
        data={WAYS.map((value) => ({ value, label: t(`as.${value}`) }))}
        value={way}
        onChange={(value) => setWay((value ?? 'movement') as Explanation['as'])}
      />
      {way === 'movement' && (
        <>
          <TextInput
            label={t('order')}
            inputMode="numeric"
            maxLength={13}
            value={order}
            error={found && !isFetching && choices.length === 0 && t('nothing')}
            onChange={(change) => setOrder(change.currentTarget.value)}
          />
          {choices.length > 0 && (
            <Select
              label={t('movement')}
              allowDeselect={false}
              data={choices.map(({ id, amount }) => ({ value: id, label: formatMoney(amount, locale) }))}
              value={chosen}
              onChange={setMovementId}
            />
          )}
        </>
      )}
      <TextInput
        label={t('words')}
        description={t('wordsMeaning')}
        maxLength={300}
        value={words}
        onChange={(change) => setWords(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
