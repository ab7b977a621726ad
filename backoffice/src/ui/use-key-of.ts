import { useState } from 'react'

/** One idempotency key for each content: sent twice it is the same act, and with another word in it another one. */
export function useKeyOf(): (content: unknown) => string {
  const [keys] = useState(() => new Map<string, string>())
  return (content) => {
    const text = JSON.stringify(content) ?? ''
    const known = keys.get(text) ?? crypto.randomUUID()
    keys.set(text, known)
    return known
  }
}
