import { useLocale, useTranslations } from 'use-intl'
import { Cell } from '../../ui/cell.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import type { OrderRow } from './queries.ts'

/** What an order comes to; of a deposit that it is one, and what waits. */
export function OrderTotal({ total, rest }: Pick<OrderRow, 'total' | 'rest'>) {
  const t = useTranslations('orders')
  const locale = useLocale()
  if (rest === null) return <MoneyText value={total} />
  const note = t('depositNote', { amount: formatMoney(rest, locale) })
  return <Cell title={<MoneyText value={total} />} note={note} />
}
