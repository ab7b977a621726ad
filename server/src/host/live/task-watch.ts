import type { House } from '../context.ts'
import { readChangedTasks, type TaskRow } from '../tasks/read-tasks.ts'

/** How far somebody's own long work is; goes to nobody else. */
export interface TaskProgress {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly doneCount: number
  readonly totalCount: number | null
  readonly cancelAskedAt: string | null
  readonly finishedAt: string | null
  readonly changedAt: string
}

export type TaskListener = (tasks: readonly TaskProgress[]) => void

const POLL_MS = 500
/** Many times what a write may take; a task that committed late is told at its next poll. */
const WINDOW_SECONDS = 10

/**
 * Tells people how their own tasks go: one query every half second for all who listen in an organisation, and none while
 * nobody does. As in hub.ts a window is read and what was told is left out; here a task's revision says what was told, since
 * a row is told many times.
 */
export class TaskWatch {
  readonly #house: House
  readonly #listeners = new Map<string, Set<TaskListener>>()
  #told = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #polling: Promise<void> | undefined

  constructor(house: House) {
    this.#house = house
  }

  get listening(): boolean {
    return this.#listeners.size > 0
  }

  listen(staffId: string, listener: TaskListener): () => void {
    const own = this.#listeners.get(staffId) ?? new Set()
    own.add(listener)
    this.#listeners.set(staffId, own)
    this.#timer ??= setInterval(() => void this.poll(), POLL_MS)
    return () => {
      own.delete(listener)
      if (own.size === 0 && this.#listeners.get(staffId) === own) this.#listeners.delete(staffId)
      if (!this.listening) this.stop()
    }
  }

  /** A poll that is under way is joined; while the database is away, the next one covers its time. */
  poll(): Promise<void> {
    this.#polling ??= this.#pollOnce()
      .catch(() => {})
      .finally(() => (this.#polling = undefined))
    return this.#polling
  }

  async #pollOnce(): Promise<void> {
    if (!this.listening) return
    const rows = await readChangedTasks(this.#house.database, [...this.#listeners.keys()], WINDOW_SECONDS)
    const fresh = rows.filter((row) => this.#told.get(row.id) !== row.revision)
    this.#told = new Map(rows.map((row) => [row.id, row.revision]))
    for (const [staffId, own] of Object.entries(Object.groupBy(fresh, (row) => row.staff_id))) {
      const tasks = (own ?? []).map(present)
      for (const listener of this.#listeners.get(staffId) ?? []) listener(tasks)
    }
  }

  stop(): void {
    this.#listeners.clear()
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}

function present(row: TaskRow): TaskProgress {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    doneCount: row.done_count,
    totalCount: row.total_count,
    cancelAskedAt: row.cancel_asked_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
  }
}
