import { useCallback, useEffect, useState } from 'react'

interface Kept<Value> {
  readonly value: Value
  /** Instant, RFC 3339. */
  readonly at: string
}

interface Draft<Value> {
  /** What was typed before the page was closed or the session ended, while nobody took it up. */
  readonly left: Kept<Value> | undefined
  readonly forget: () => void
}

const PAUSE_MS = 300
const KEPT_DAYS = 7
const DAY_MS = 86_400_000

/**
 * What is typed and not yet saved, kept on this device by `key` for a week; without a key nothing is kept. A storage that
 * refuses costs the draft and nothing else.
 */
export function useDraft<Value>(key: string | undefined, value: Value | undefined): Draft<Value> {
  const [left, setLeft] = useState(() => (key === undefined ? undefined : read<Value>(key)))
  const forget = useCallback(() => {
    setLeft(undefined)
    if (key !== undefined) write(key, undefined)
  }, [key])
  useEffect(() => {
    // The first drawing has nothing typed yet: it must not wipe out what was left.
    if (key === undefined || value === undefined) return
    const keep = () => write(key, { value, at: now() })
    const timer = setTimeout(keep, PAUSE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [key, value])
  return { left: value === undefined ? left : undefined, forget }
}

const PREFIX = 'fondaco-draft:'

const now = () => new Date().toISOString()

function read<Value>(key: string): Kept<Value> | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key)
    if (text === null) return undefined
    const kept = JSON.parse(text) as Kept<Value>
    if (Date.now() - Date.parse(kept.at) < KEPT_DAYS * DAY_MS) return kept
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Full, forbidden, or not ours.
  }
  return undefined
}

function write<Value>(key: string, kept: Kept<Value> | undefined): void {
  try {
    if (kept === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(kept))
  } catch {
    // Full or forbidden.
  }
}
