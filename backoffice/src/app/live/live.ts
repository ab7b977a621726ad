import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DepartmentSpec } from '../frame/department.ts'
import { heardTask } from '../tray/heard-task.ts'
import { readFacts, type LiveEvent } from './fact-stream.ts'

/** Bursts of facts become one round of reading. */
const GATHER_MS = 250

/** Lets the departments that listen to a fact read again what is on the screen. */
export function useLiveStream(departments: readonly DepartmentSpec[]): void {
  const client = useQueryClient()
  useEffect(() => {
    const closing = new AbortController()
    const stale = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      timer = undefined
      for (const name of stale) void client.invalidateQueries({ queryKey: [name] })
      stale.clear()
    }
    void readFacts({
      signal: closing.signal,
      onReset: () => void client.invalidateQueries(),
      onFact: (fact) => {
        // How far a task is changes twice a second: the tray takes it from the fact, and nothing is read for it.
        if (heardTask(client, fact)) return
        for (const name of departmentsHearing(departments, fact, client)) stale.add(name)
        if (stale.size > 0) timer ??= setTimeout(readAgain, GATHER_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      closing.abort()
    }
  }, [client, departments])
}

/** What is told to many and concerns few is read by those few: what is nobody's here leaves the board alone too. */
export function departmentsHearing(
  departments: readonly DepartmentSpec[],
  fact: LiveEvent,
  client: QueryClient,
): string[] {
  const subjects = [fact.refKind, fact.name.split('.')[0] ?? '']
  const listening = departments.filter((one) => one.listensTo?.some((subject) => subjects.includes(subject)))
  const hearing = listening.filter((one) => one.concerns?.(fact, client) ?? true)
  if (listening.length > 0 && hearing.length === 0) return []
  return ['board', ...hearing.map((one) => one.name)]
}
