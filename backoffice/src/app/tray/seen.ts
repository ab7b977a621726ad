const KEY = 'fondaco-tray-seen'

/** When the last task ended that this person has seen the end of; survives a reload. */
export function lastSeen(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function keepSeen(instant: string): void {
  try {
    localStorage.setItem(KEY, instant)
  } catch {
    // Then the sign appears again after a reload.
  }
}
