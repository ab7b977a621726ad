import { NativeSelect, NumberInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { MoneyInput } from '../../ui/form/money-input.tsx'
import type { Money } from '../../ui/format-money.ts'
import type { StockPromise } from './queries.ts'

export type PaidToday = StockPromise['paidToday']

export const ALL_TODAY: PaidToday = { kind: 'all', percent: null, amount: null }

/** Whether what its kind asks for stands there. */
export function isSaid({ kind, percent, amount }: PaidToday): boolean {
  if (kind === 'share') return percent !== null
  return kind === 'amount' ? amount !== null && amount.amount > 0 : true
}

// i18n-dynamic: inventory.promises.pays.*

const KINDS = ['all', 'share', 'amount', 'nothing'] as const

interface PaidTodayFieldsProps {
  readonly value: PaidToday
  /** In which something is sold. */
  readonly currencies: readonly string[]
  readonly onChange: (value: PaidToday) => void
}

/** What is paid of pre-ordered goods when they are ordered; the rest is asked for once they are there. */
export function PaidTodayFields({ value, currencies, onChange }: PaidTodayFieldsProps) {
  const t = useTranslations('inventory.promises')
  const { kind, percent, amount } = value
  const currency = amount?.currency ?? currencies[0] ?? 'EUR'
  const sayAmount = (typed: Money | Unread | undefined) =>
    onChange({ kind, percent: null, amount: isMoney(typed) ? { amount: typed.amount, currency } : null })
  return (
    <>
      <NativeSelect
        label={t('paidToday')}
        description={t(kind === 'all' ? 'paidTodayHint' : 'restHint')}
        value={kind}
        onChange={(change) =>
          onChange({ kind: change.currentTarget.value as PaidToday['kind'], percent: null, amount: null })
        }
        data={KINDS.map((one) => ({ value: one, label: t(`pays.${one}`) }))}
      />
      {kind === 'share' && (
        <NumberInput
          label={t('share')}
          suffix=" %"
          min={1}
          max={99}
          decimalScale={2}
          value={percent ?? ''}
          onChange={(share) =>
            onChange({ kind, percent: share === '' || Number(share) <= 0 ? null : String(share), amount: null })
          }
        />
      )}
      {kind === 'amount' && currencies.length > 1 && (
        <NativeSelect
          label={t('currency')}
          value={currency}
          onChange={(change) =>
            onChange({
              kind,
              percent: null,
              amount: { amount: amount?.amount ?? 0, currency: change.currentTarget.value },
            })
          }
          data={[...currencies]}
        />
      )}
      {kind === 'amount' && (
        <MoneyInput
          key={currency}
          label={t('amount')}
          description={t('amountHint', { currency })}
          currency={currency}
          value={amount && amount.amount > 0 ? amount : undefined}
          onChange={sayAmount}
        />
      )}
    </>
  )
}

const isMoney = (typed: Money | Unread | undefined): typed is Money => typed !== undefined && !isUnread(typed)
