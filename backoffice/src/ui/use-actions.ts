import type { TablerIcon } from '@tabler/icons-react'
import { useEffect, useId } from 'react'

/** Something that can be done now, from the command palette or by its keys. */
export interface Action {
  /** Unlike any other on the screen. */
  readonly id: string
  readonly label: string
  /** Words by which it is also found. */
  readonly also?: string
  /** Keys pressed one after another, parted by blanks: `g o`, `?`. */
  readonly keys?: string
  readonly icon?: TablerIcon
  /** Why it cannot be done now; it is shown with its reason. */
  readonly refusal?: string | undefined
  /** Screens are listed apart from what is done on them. */
  readonly kind?: 'screen' | 'action'
  readonly run: () => void
}

const declared = new Map<string, readonly Action[]>()

/** Offers these while the component is shown. Nothing is drawn anew by it: who asks for the actions reads them then. */
export function useActions(actions: readonly Action[]): void {
  const key = useId()
  useEffect(() => {
    declared.set(key, actions)
  })
  useEffect(() => () => void declared.delete(key), [key])
}

/** What can be done on the screen as it stands; the innermost screen's own come first. */
export function currentActions(): Action[] {
  const seen = new Set<string>()
  return [...declared.values()]
    .toReversed()
    .flat()
    .filter(({ id }) => !seen.has(id) && seen.add(id))
}
