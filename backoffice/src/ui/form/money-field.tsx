import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { decimalOf, exponentOf, type Money } from '../format-money.ts'
import { parseMoney } from '../parse-money.ts'

interface MoneyFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  readonly currency: string
  /** What stands there at first. */
  readonly initial: Money | null
  /** Undefined: what is typed is no amount; null: nothing is typed. */
  readonly onChange: (money: Money | null | undefined) => void
}

/** An amount in one currency, typed as people write it and never rounded. */
export function MoneyField({ currency, initial, onChange, error, ...look }: MoneyFieldProps) {
  const t = useTranslations('ui.fields')
  const [typed, setTyped] = useState(initial ? decimalOf(initial.amount, exponentOf(currency)) : '')
  const read = (text: string) => (text.trim() === '' ? null : parseMoney(text, currency))
  return (
    <TextInput
      {...look}
      inputMode="decimal"
      rightSection={<span aria-hidden>{currency}</span>}
      rightSectionWidth={56}
      error={error ?? (read(typed) === undefined ? t('notAnAmount') : undefined)}
      value={typed}
      onChange={(change) => {
        setTyped(change.currentTarget.value)
        onChange(read(change.currentTarget.value))
      }}
    />
  )
}
