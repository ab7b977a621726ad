import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { decimalOf, exponentOf, formatMoney } from '../format-money.ts'

/** What the numbers of a chart are: whole minor units of a currency, things counted, or parts of one. */
export type Unit =
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'share' }

interface ValueText {
  /** Exact. */
  readonly full: (value: number) => string
  /** Short, for an axis. */
  readonly short: (value: number) => string
  /** For a file: a plain number with a point. */
  readonly plain: (value: number) => number
}

export function useValueText(unit: Unit): ValueText {
  const locale = useLocale()
  const currency = unit.kind === 'money' ? unit.currency : ''
  return useMemo(() => valueText(unit.kind, currency, locale), [unit.kind, currency, locale])
}

function valueText(kind: Unit['kind'], currency: string, locale: string): ValueText {
  if (kind === 'money') {
    const exponent = exponentOf(currency)
    const axis = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    })
    return {
      full: (value) => formatMoney({ amount: Math.round(value), currency }, locale),
      short: (value) => axis.format(decimalOf(Math.round(value), exponent) as `${number}`),
      plain: (value) => Number(decimalOf(Math.round(value), exponent)),
    }
  }
  const options: Intl.NumberFormatOptions = kind === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : {}
  const full = new Intl.NumberFormat(locale, options)
  const short = new Intl.NumberFormat(locale, {
    ...options,
    notation: 'compact',
    maximumFractionDigits: kind === 'share' ? 0 : 1,
  })
  return { full: (value) => full.format(value), short: (value) => short.format(value), plain: (value) => value }
}

/** `+12%`, `−3%`; undefined where there is nothing to compare with. */
export function useChangeText(): (value: number, before: number) => string | undefined {
  const locale = useLocale()
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'exceptZero',
    })
    return (value, before) => (before > 0 ? format.format((value - before) / before) : undefined)
  }, [locale])
}
