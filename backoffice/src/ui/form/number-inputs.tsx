import { TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import type { Unread } from './field.ts'
import { lookOf, type InputProps } from './input-props.ts'
import { writtenDecimal } from './money-input.tsx'
import { parseDecimal, parseQuantity } from './parse-decimal.ts'
import { useTyped } from './use-typed.ts'

/** A decimal in the reader's way of writing it; its value is text with a point. */
export function DecimalInput({ field, value, error, onChange }: InputProps<'decimal'>) {
  const t = useTranslations('ui.form')
  const locale = useLocale()
  const { text, isWrong, type, leave } = useTyped<string>({
    value: (value === '' ? undefined : value) as string | Unread | undefined,
    write: (decimal) => writtenDecimal(decimal, locale),
    read: (typed) => parseDecimal(typed, field.scale),
    onChange,
  })
  return (
    <TextInput
      {...lookOf(field, t('optional'))}
      inputMode="decimal"
      rightSection={field.unit && <span aria-hidden>{field.unit}</span>}
      error={isWrong ? t('noNumber', { scale: field.scale }) : error}
      value={text}
      onChange={(change) => type(change.currentTarget.value)}
      onBlur={leave}
    />
  )
}

/** How much, typed in any of its units: `1.5 kg` in a field of grams is 1500. */
export function QuantityInput({ field, value, error, onChange }: InputProps<'quantity'>) {
  const t = useTranslations('ui.form')
  const locale = useLocale()
  const { units, maximum = Number.MAX_SAFE_INTEGER } = field
  const [smallest] = units
  const { text, isWrong, type, leave } = useTyped<number>({
    value: value as number | Unread | undefined,
    write: (amount) => new Intl.NumberFormat(locale, { useGrouping: false }).format(amount),
    read: (typed) => {
      const amount = parseQuantity(typed, units)
      return amount !== undefined && amount <= maximum ? amount : undefined
    },
    onChange,
  })
  return (
    <TextInput
      {...lookOf(field, t('optional'))}
      inputMode={units.length > 1 ? 'text' : 'numeric'}
      rightSection={smallest && <span aria-hidden>{smallest.label}</span>}
      error={isWrong ? t('noQuantity', { units: units.map(({ label }) => label).join(', ') }) : error}
      value={text}
      onChange={(change) => type(change.currentTarget.value)}
      onBlur={leave}
    />
  )
}
