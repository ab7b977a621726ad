import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent, TaskProgress } from '../live/fact-stream.ts'

export const TRAY_KEY = ['tray'] as const

interface Shown {
  readonly items: readonly TaskProgress[]
}

export function isOpen({ state }: Pick<TaskProgress, 'state'>): boolean {
  return state === 'waiting' || state === 'running'
}

/** Puts a task's progress where it is shown. Answers whether the fact was about a task at all. */
export function heardTask(client: QueryClient, { refKind, task }: LiveEvent): boolean {
  if (refKind !== 'task') return false
  if (!task) return true
  const shown = client.getQueryData<Shown>(TRAY_KEY)?.items.find(({ id }) => id === task.id)
  // A word that overtook another one on its way would turn the progress back.
  if (shown && (!isOpen(shown) || task.doneCount < shown.doneCount)) return true
  client.setQueryData<Shown>(
    TRAY_KEY,
    (known) => known && { ...known, items: known.items.map((one) => (one.id === task.id ? { ...one, ...task } : one)) },
  )
  if (!shown || !isOpen(task)) {
    void client.invalidateQueries({ queryKey: TRAY_KEY })
    void client.invalidateQueries({ queryKey: ['tasks', task.id] })
  }
  return true
}
