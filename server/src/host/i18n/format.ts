import { exponentOf } from '../../kernel/currency.ts'
import { toDecimal, type Money } from '../../kernel/money.ts'
import type { Locale } from './locales.ts'

const moneyFormats = new Map<string, Intl.NumberFormat>()

/**
 * An amount as people of a language write it. Rupiah are shown without their two minor digits when these are zero, as every
 * shop in Indonesia does; exactness is kept because the digits go in as text, never as a float.
 */
export function formatMoney(amount: Money, locale: Locale): string {
  const exponent = exponentOf(amount.currency)
  const wholeOnly = amount.currency === 'IDR' && amount.amount % 100n === 0n
  const key = `${locale}${amount.currency}${wholeOnly}`
  let format = moneyFormats.get(key)
  if (!format) {
    const digits = wholeOnly ? 0 : exponent
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: amount.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    moneyFormats.set(key, format)
  }
  return format.format(toDecimal(amount) as `${number}`)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** A day in full. Of a local day, which has no zone, the instant is one of that day in `UTC`, and `zone` is `UTC`. */
export function formatDate(instant: Date, locale: Locale, zone: string): string {
  return dateFormat(locale, zone, { dateStyle: 'long' }).format(instant)
}

export function formatDateTime(instant: Date, locale: Locale, zone: string): string {
  return dateFormat(locale, zone, { dateStyle: 'long', timeStyle: 'short' }).format(instant)
}

/**
 * English is written in more than one way: the month first and twelve hours in North America, the day first and twenty-four hours for
 * who reads it in Europe and Asia. Where they are tells the zone.
 */
export function dateLocale(locale: Locale, zone: string): string {
  if (locale !== 'en') return locale
  return /^(?:America|US)\/|^Pacific\/Honolulu$/.test(zone) ? 'en-US' : 'en-GB'
}

function dateFormat(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${zone}${options.dateStyle}${options.timeStyle ?? ''}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(dateLocale(locale, zone), { ...options, timeZone: zone })
    dateFormats.set(key, format)
  }
  return format
}

/** The days in a title that a query made, `Rossi · 2026-11-22`, as people of a language write them in short: `Rossi · 22 Nov 2026`. */
export const sayDays = (title: string, { locale }: { readonly locale: Locale }): string =>
  title.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    dateFormat(locale, 'UTC', { dateStyle: 'medium' }).format(new Date(`${day}T00:00:00Z`)),
  )
