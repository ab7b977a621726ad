import { useSyncExternalStore } from 'react'

/** Whether the house answers: `away` while the network or the server does not. */
export type Connection = 'up' | 'away'

let state: Connection = 'up'
const listeners = new Set<() => void>()

export function reportConnection(next: Connection): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}
