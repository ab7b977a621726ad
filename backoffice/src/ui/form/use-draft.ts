import { useCallback, useEffect, useState } from 'react'
import { readDraft, writeDraft, type Kept } from './draft-store.ts'

interface Draft<Value> {
  /** What was typed before the page was closed or the session ended, while nobody took it up. */
  readonly left: Kept<Value> | undefined
  readonly forget: () => void
}

const PAUSE_MS = 300

/**
 * What is typed and not yet saved, kept on this device by `key` for a week; without a key nothing is kept. A storage that
 * refuses costs the draft and nothing else.
 */
export function useDraft<Value>(key: string | undefined, value: Value | undefined): Draft<Value> {
  const [left, setLeft] = useState(() => (key === undefined ? undefined : readDraft<Value>(key)))
  const forget = useCallback(() => {
    setLeft(undefined)
    if (key !== undefined) writeDraft(key, undefined)
  }, [key])
  useEffect(() => {
    // The first drawing has nothing typed yet: it must not wipe out what was left.
    if (key === undefined || value === undefined) return
    const keep = () => writeDraft(key, { value, at: new Date().toISOString() })
    const timer = setTimeout(keep, PAUSE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [key, value])
  return { left: value === undefined ? left : undefined, forget }
}
