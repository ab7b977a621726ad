import { TextInput, type TextInputProps } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { decimalOf, exponentOf, type Money } from '../format-money.ts'
import { parseMoney } from '../parse-money.ts'
import type { Unread } from './field.ts'
import { useTyped } from './use-typed.ts'

type Look = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'>

interface MoneyInputProps extends Look {
  readonly currency: string
  readonly value: Money | Unread | undefined
  readonly onChange: (value: Money | Unread | undefined) => void
}

/** An amount in one currency, typed as people write it and never rounded. */
export function MoneyInput({ currency, value, onChange, error, ...look }: MoneyInputProps) {
  const t = useTranslations('ui.form')
  const locale = useLocale()
  const { text, isWrong, type, leave } = useTyped<Money>({
    value,
    write: ({ amount }) => writtenDecimal(decimalOf(amount, exponentOf(currency)), locale),
    read: (typed) => parseMoney(typed, currency),
    onChange,
  })
  return (
    <TextInput
      {...look}
      inputMode="decimal"
      rightSection={<span aria-hidden>{currency}</span>}
      rightSectionWidth={56}
      error={isWrong ? t('noAmount') : error}
      value={text}
      onChange={(change) => type(change.currentTarget.value)}
      onBlur={leave}
    />
  )
}

/** As the reader's language writes it, with as many digits after the sign as there are; ungrouped, for `1,250` is read in two ways. */
export function writtenDecimal(decimal: string, locale: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  })
  return format.format(decimal as `${number}`)
}
