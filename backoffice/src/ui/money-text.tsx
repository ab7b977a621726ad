import { useLocale } from 'use-intl'
import { formatMoney, type Money } from './format-money.ts'

/** An amount, never broken over two lines, with tabular figures. */
export function MoneyText({ value, muted = false }: { readonly value: Money; readonly muted?: boolean }) {
  const locale = useLocale()
  return <span className={muted ? 'money dimmed' : 'money'}>{formatMoney(value, locale)}</span>
}
