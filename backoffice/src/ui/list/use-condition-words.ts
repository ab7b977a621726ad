import { useCallback } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { formatInstant } from '../format-instant.ts'
import { formatMoney } from '../format-money.ts'
import { useFormatLocale } from '../use-format-locale.ts'
import type { Condition } from './filter.ts'
import type { ColumnDeclaration } from './list-queries.ts'

// i18n-dynamic: ui.list.chip.*
const OPERATORS = ['is', 'not', 'from', 'to', 'last', 'has', 'empty'] as const
type Operator = (typeof OPERATORS)[number]

const isOperator = (operator: string): operator is Operator => OPERATORS.some((one) => one === operator)

/** A condition as people say it: "State is Paid", "Placed in the last 7 days". */
export function useConditionWords(): (condition: Condition, column: ColumnDeclaration | undefined) => string {
  const t = useTranslations('ui.list')
  const locale = useLocale()
  const written = useFormatLocale()
  const format = useFormatter()
  return useCallback(
    ({ column: key, operator, values }, column) => {
      const name = column?.label ?? key
      const first = values[0] ?? ''
      if (!isOperator(operator)) return `${name} ${operator} ${first}`
      if (operator === 'empty') return t(first === 'true' ? 'chip.empty' : 'chip.filled', { column: name })
      if (operator === 'last') {
        const count = Number.parseInt(first, 10) || 0
        return t(first.endsWith('h') ? 'chip.lastHours' : 'chip.lastDays', { column: name, count })
      }
      const said = values.map((value) => {
        const known = column?.values?.find((one) => one.value === value)
        if (known) return known.label
        if (column?.type === 'boolean') return t(value === 'true' ? 'yes' : 'no')
        // A bound on money has no currency: it holds for each order in its own.
        if (column?.type === 'money')
          return formatMoney({ amount: Number(value), currency: 'EUR' }, locale)
            .replaceAll(/[^\d.,\s-]/g, '')
            .trim()
        if (column?.type === 'integer') return format.number(Number(value))
        const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value)
        if (isDay) return formatInstant(new Date(`${value}T00:00:00Z`), 'day', written)
        if (column?.type === 'instant') return formatInstant(new Date(value), 'whenYear', written)
        return value
      })
      const value = new Intl.ListFormat(locale, { type: 'disjunction' }).format(said)
      return t(`chip.${operator}`, { column: name, value })
    },
    [t, locale, written, format],
  )
}
