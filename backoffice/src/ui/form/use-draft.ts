import { useCallback, useEffect, useState } from 'react'

interface Draft<Value> {
  /** What was typed before the page was reloaded or closed by accident, while nobody took it up. */
  readonly left: Value | undefined
  readonly forget: () => void
}

/** What is typed and not yet saved, kept for this tab by `key`; a storage that refuses costs the draft and nothing else. */
export function useDraft<Value>(key: string, value: Value | undefined): Draft<Value> {
  const [left, setLeft] = useState<Value | undefined>(() => read<Value>(key))
  const forget = useCallback(() => {
    setLeft(undefined)
    write(key, undefined)
  }, [key])
  useEffect(() => {
    // The first drawing has nothing typed yet: it must not wipe out what was left.
    if (value !== undefined) write(key, value)
  }, [key, value])
  return { left: value === undefined ? left : undefined, forget }
}

const PREFIX = 'fondaco-draft:'

function read<Value>(key: string): Value | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key)
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(PREFIX + key)
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // Full or forbidden.
  }
}
