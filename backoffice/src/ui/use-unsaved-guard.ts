import { useBlocker } from '@tanstack/react-router'

/** Asks before what was typed is lost, inside the office and when the page is closed. */
export function useUnsavedGuard(isUnsaved: boolean, question: string): void {
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
    shouldBlockFn: () => !window.confirm(question),
  })
}
