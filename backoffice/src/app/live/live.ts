import { useQueryClient } from '@tanstack/react-query'
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
        for (const name of departmentsHearing(departments, fact)) stale.add(name)
        timer ??= setTimeout(readAgain, GATHER_MS)
      },
    })
    return () => {
      clearTimeout(timer)
      closing.abort()
    }
  }, [client, departments])
}

function departmentsHearing(departments: readonly DepartmentSpec[], { name, refKind }: LiveEvent): string[] {
  const subjects = [refKind, name.split('.')[0] ?? '']
  const hearing = departments.filter((one) => one.listensTo?.some((subject) => subjects.includes(subject)))
  return ['board', ...hearing.map((one) => one.name)]
}
