import { useState, type ComponentProps } from 'react'
import type { Money } from '../format-money.ts'
import { isUnread, type Unread } from './field.ts'
import { MoneyInput } from './money-input.tsx'

interface MoneyFieldProps extends Omit<ComponentProps<typeof MoneyInput>, 'value' | 'onChange'> {
  /** What stands there at first. */
  readonly initial: Money | null
  /** Undefined: what is typed is no amount; null: nothing is typed. */
  readonly onChange: (money: Money | null | undefined) => void
}

/** An amount that a dialog asks for, outside of a record's form. */
export function MoneyField({ initial, onChange, ...look }: MoneyFieldProps) {
  const [value, setValue] = useState<Money | Unread | undefined>(initial ?? undefined)
  return (
    <MoneyInput
      {...look}
      value={value}
      onChange={(next) => {
        setValue(next)
        onChange(isUnread(next) ? undefined : (next ?? null))
      }}
    />
  )
}
