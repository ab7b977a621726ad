import type { Locale } from '../host/i18n/locales.ts'
import { exponentOf } from '../kernel/currency.ts'
import { decimalText, shortestDecimal } from '../kernel/decimal.ts'
import type { UnitPrice } from '../kernel/unit-price.ts'

const exactFormats = new Map<string, Intl.NumberFormat>()

/** A price finer than the minor unit, with all the decimals that it has: "€0.0125". */
export function formatExactPrice({ amount, scale, currency }: UnitPrice, locale: Locale): string {
  const shortest = shortestDecimal({ value: amount, scale })
  const digits = Math.max(shortest.scale, exponentOf(currency))
  const key = `${locale}${currency}${digits}`
  let format = exactFormats.get(key)
  if (!format) {
    const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction })
    exactFormats.set(key, format)
  }
  return format.format(decimalText(shortest.value, shortest.scale) as `${number}`)
}
