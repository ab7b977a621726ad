import { useState } from 'react'
import { isUnread, type Unread } from './field.ts'
import { sameValue } from './same-value.ts'

interface Typing<Value> {
  readonly value: Value | Unread | undefined
  /** As it stands in the field; nothing is an empty text. */
  readonly write: (value: Value) => string
  /** Undefined: that is no such value. */
  readonly read: (text: string) => Value | undefined
  readonly onChange: (value: Value | Unread | undefined) => void
}

/**
 * A field of text that holds something else: what is typed stays as it is typed, and is written properly when it is left.
 * What cannot be read is kept as it is, so that the form can say so and nothing is lost.
 */
export function useTyped<Value>({ value, write, read, onChange }: Typing<Value>) {
  const textOf = (one: Value | Unread | undefined) =>
    isUnread(one) ? one.unread : one === undefined || one === null ? '' : write(one)
  const [{ text, of }, setTyped] = useState(() => ({ text: textOf(value), of: value }))
  // Changed from outside: another record, or somebody else's value taken over.
  if (!sameValue(of, value)) setTyped({ text: textOf(value), of: value })
  return {
    text,
    isWrong: isUnread(value),
    type: (next: string) => {
      const found = next.trim() === '' ? undefined : (read(next) ?? { unread: next })
      setTyped({ text: next, of: found })
      onChange(found)
    },
    leave: () => setTyped({ text: textOf(value), of: value }),
  }
}
