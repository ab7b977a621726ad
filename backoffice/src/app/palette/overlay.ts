import { useSyncExternalStore } from 'react'

export type Overlay = 'none' | 'palette' | 'help'

let shown: Overlay = 'none'
const listeners = new Set<() => void>()

/** At most one of them stands over the screen. */
export function showOverlay(next: Overlay): void {
  shown = next
  for (const listener of listeners) listener()
}

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}
