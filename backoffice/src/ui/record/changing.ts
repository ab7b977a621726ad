import { useEffect, useSyncExternalStore } from 'react'

let count = 0
const listeners = new Set<() => void>()

function tell(step: 1 | -1): void {
  count += step
  for (const listener of listeners) listener()
}

/**
 * Others who look at the same record hear that it is being changed, for as long as this holds. Every form of
 * `ui/form` with something unsaved and every open `ConfirmDialog` say so themselves.
 */
export function useChanging(isChanging: boolean): void {
  useEffect(() => {
    if (!isChanging) return undefined
    tell(1)
    return () => tell(-1)
  }, [isChanging])
}

/** Whether anything on this page is typed and not saved. */
export function useIsChanging(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => count > 0,
  )
}
