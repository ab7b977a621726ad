import type { Locale } from '../../../host/i18n/locales.ts'

type Params = Readonly<Record<string, string | number>>

const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/
const PERCENT = /^(-?\d+(?:\.\d+)?) %$/

/** Facts kept as short texts (`612.00 EUR`, `20.2 %`; domain/approval-texts.ts), as the reader's language writes them. */
export function shortFacts(params: Params, locale: Locale): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inLanguage(value, locale)]))
}

function inLanguage(value: string | number, locale: Locale): string | number {
  if (typeof value !== 'string') return value
  const [, amount, currency] = MONEY.exec(value) ?? []
  if (amount !== undefined && currency !== undefined) {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`)
  }
  const [, percent] = PERCENT.exec(value) ?? []
  if (percent === undefined) return value
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    `${percent}e-2` as `${number}`,
  )
}
