import type { House } from '../context.ts'
import { JobInterrupted } from '../outbox/job-interrupted.ts'
import { readCancelAsked, writeHeartbeat, writeProgress, type Run } from './store.ts'
import type { TaskReport } from './task.ts'

const WRITE_EVERY_MS = 500
const HEARTBEAT_MS = 5_000

export interface ReportOptions {
  readonly run: Run
  readonly staffId: string
  readonly permission: string
  readonly signal: AbortSignal | undefined
}

/**
 * Progress is written by statements of their own, never inside the work's transaction, where nobody would see it before the
 * end and every write would hold the row. The latest figure waits for its half second; what came between is not written.
 */
export class RunningReport implements TaskReport {
  readonly #house: House
  readonly #options: ReportOptions
  readonly #heart: NodeJS.Timeout
  #latest: { readonly done: number; readonly total: number } | undefined
  #writtenAtMs = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #lost = false
  #stopped: 'cancelled' | 'not_allowed' | undefined

  constructor(house: House, options: ReportOptions) {
    this.#house = house
    this.#options = options
    this.#heart = setInterval(() => void writeHeartbeat(house.database, options.run).catch(() => {}), HEARTBEAT_MS)
    this.#heart.unref()
  }

  /** Why the work was told to stop; undefined when it never was. */
  get stopped(): 'cancelled' | 'not_allowed' | undefined {
    return this.#stopped
  }

  progress(done: number, total: number): void {
    this.#latest = { done, total }
    if (this.#timer !== undefined) return
    const wait = Math.max(0, this.#writtenAtMs + WRITE_EVERY_MS - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#writing = this.#write()
    }, wait)
  }

  async stopAsked(): Promise<boolean> {
    if (this.#options.signal?.aborted || this.#lost) throw new JobInterrupted()
    const { run, staffId, permission } = this.#options
    const { database, ports } = this.#house
    const [asked, actor] = await Promise.all([
      readCancelAsked(database, run),
      ports?.staff?.findActor(database, staffId),
    ])
    if (asked === undefined) throw new JobInterrupted()
    if (asked) this.#stopped = 'cancelled'
    else if (!actor?.permissions.has(permission)) this.#stopped = 'not_allowed'
    return this.#stopped !== undefined
  }

  /** The last figure reaches the table before the end does. */
  async close(): Promise<void> {
    clearInterval(this.#heart)
    clearTimeout(this.#timer)
    await this.#writing
    if (this.#timer !== undefined) await this.#write()
    this.#timer = undefined
  }

  async #write(): Promise<void> {
    const { done, total } = this.#latest ?? { done: 0, total: 0 }
    this.#writtenAtMs = performance.now()
    // The database may be away for a moment: the next figure is written instead of this one.
    const ours = await writeProgress(this.#house.database, this.#options.run, done, total).catch(() => true)
    if (!ours) this.#lost = true
  }
}
