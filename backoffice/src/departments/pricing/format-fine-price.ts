import { exponentOf } from '../../ui/format-money.ts'

/** A price that may be finer than the minor unit, `0.0125`, with all the decimals that it has. */
export function formatFinePrice(price: string, currency: string, locale: string): string {
  const decimals = Math.max(exponentOf(currency), price.split('.')[1]?.length ?? 0)
  const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  // As text, so that no float can round it.
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction }).format(price as `${number}`)
}
