import { useCallback } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { formatMoney, type Money } from '../../ui/format-money.ts'

/** A fact as the house keeps it. */
interface KeptFact {
  readonly money?: Money
  readonly percent?: { readonly ppm: number } | 'beyond'
  readonly count?: number
  readonly values?: readonly string[] | '*'
}

const MILLION = 1_000_000

// i18n-dynamic: work.acts.*
export function useActTitle(): (act: string) => string {
  const t = useTranslations('work.acts')
  return useCallback(
    (act) => {
      const key = act.replace('.', '_') as Parameters<typeof t>[0]
      return t.has(key) ? t(key) : act
    },
    [t],
  )
}

/** A price that only falls has no rise to tell of. */
export function isNothing(fact: unknown): boolean {
  const { percent } = fact as KeptFact
  return typeof percent === 'object' && percent.ppm === 0
}

export function useFactText(): (fact: unknown) => string {
  const t = useTranslations('work.approvals')
  const locale = useLocale()
  const format = useFormatter()
  return useCallback(
    (fact) => {
      const { money, percent, count, values } = fact as KeptFact
      if (money) return formatMoney(money, locale)
      if (percent === 'beyond') return t('beyond')
      if (percent) return format.number(percent.ppm / MILLION, { style: 'percent', maximumFractionDigits: 2 })
      if (count !== undefined) return format.number(count)
      return values === '*' || values === undefined ? t('everywhere') : values.join(', ')
    },
    [t, locale, format],
  )
}
