export interface Kept<Value> {
  readonly value: Value
  /** Instant, RFC 3339. */
  readonly at: string
}

const KEPT_DAYS = 7
const DAY_MS = 86_400_000
const PREFIX = 'fondaco-draft:'

export function readDraft<Value>(key: string): Kept<Value> | undefined {
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

export function writeDraft<Value>(key: string, kept: Kept<Value> | undefined): void {
  try {
    if (kept === undefined) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(kept))
  } catch {
    // Full or forbidden.
  }
}

/** Whoever signs out leaves nothing on the device that the next person could read. */
export function forgetDrafts(): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    for (const key of keys.filter((one) => one.startsWith(PREFIX))) localStorage.removeItem(key)
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
