import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { refundableOfOrder } from './queries.ts'

interface WorthOfLinesProps {
  readonly orderId: string
  readonly onChosen: (amount: Money) => void
}

/** What comes back: a line, or a component of a bundle, and how many of it; the house says what these are worth. */
export function WorthOfLines({ orderId, onChosen }: WorthOfLinesProps) {
  const t = useTranslations('payments.refund')
  const locale = useLocale()
  const { data } = useQuery(refundableOfOrder(orderId))
  const [position, setPosition] = useState<string | null>(null)
  const [pieces, setPieces] = useState(1)
  const lines = data?.items ?? []
  const line = lines.find((one) => String(one.position) === position)
  if (lines.length === 0) return null
  const choose = (at: string | null, count: number) => {
    setPosition(at)
    setPieces(count)
    const worth = lines.find((one) => String(one.position) === at)?.pieces[count - 1]
    if (worth) onChosen(worth)
  }
  return (
    <>
      <Select
        label={t('line')}
        description={t('lineMeaning')}
        clearable
        clearButtonProps={{ 'aria-label': t('lineNone') }}
        comboboxProps={{ withinPortal: false }}
        data={lines.map(({ position: at, name, quantity, total }) => ({
          value: String(at),
          label: t('lineChoice', { quantity, name, total: formatMoney(total, locale) }),
        }))}
        value={position}
        onChange={(at) => choose(at, 1)}
      />
      {line && line.quantity > 1 && (
        <NumberInput
          label={t('pieces')}
          min={1}
          max={line.quantity}
          clampBehavior="strict"
          value={pieces}
          onChange={(count) => typeof count === 'number' && count > 0 && choose(position, count)}
        />
      )}
    </>
  )
}
