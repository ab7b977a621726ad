import type { House } from '../context.ts'
import { fragment, sql } from '../database/sql.ts'

/**
 * Tells those who watch what has just happened, from the event table.
 *
 * One poll a second for each organisation, only while somebody watches. Each poll reads a window of the last ten seconds and
 * leaves out what was told already. Reading on from the last id or time seen would be simpler and wrong: an event has the
 * time of its command's beginning and appears with its commit, so a slow command's event appears *behind* one that was told
 * before, and would never be told. Ten seconds is twice what a command may wait for a lock.
 *
 * Rejected: LISTEN/NOTIFY in the transaction of the fact, which makes commits of the whole database take turns.
 */
export interface LiveEvent {
  readonly id: string
  readonly name: string
  readonly refKind: string
  readonly refId: string
  readonly occurredAt: string
}

export type Listener = (events: readonly LiveEvent[]) => void

const POLL_MS = 1000
const WINDOW_MS = 10_000
const MOST_EVENTS = 500

interface EventRow {
  readonly id: string
  readonly name: string
  readonly ref_kind: string
  readonly ref_id: string
  readonly occurred_at: Date
}

const columns = fragment`id, name, ref_kind, ref_id, occurred_at FROM host.event`

export class LiveHub {
  readonly #house: House
  readonly #listeners = new Set<Listener>()
  /** Told already, with the time of each; forgotten when the window has passed them. */
  readonly #seen = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #polling: Promise<void> | undefined

  constructor(house: House) {
    this.#house = house
  }

  get listening(): boolean {
    return this.#listeners.size > 0
  }

  /** What happened from now on; what the window holds at the first listener's arrival counts as told. */
  async listen(listener: Listener): Promise<() => void> {
    if (!this.listening) {
      this.#seen.clear()
      this.#remember(await this.#readWindow())
    }
    this.#listeners.add(listener)
    this.#timer ??= setInterval(() => void this.poll(), POLL_MS)
    return () => {
      this.#listeners.delete(listener)
      if (!this.listening) this.#rest()
    }
  }

  /**
   * What a listener missed who last saw this event: everything since, and the window before it once more, for the same reason
   * as above, so a listener may be told twice. Undefined when it is too much or too long ago to tell: look at it all anew.
   */
  async missedSince(lastId: string): Promise<LiveEvent[] | undefined> {
    const rows = await this.#house.database.rows(sql<EventRow>`
      SELECT ${columns} WHERE id <> ${lastId}::uuid AND occurred_at > (
        SELECT occurred_at - make_interval(secs => ${WINDOW_MS / 1000}) FROM host.event
        WHERE id = ${lastId}::uuid AND occurred_at > ${this.#house.clock.now()}::timestamptz - interval '1 hour')
      ORDER BY occurred_at, id LIMIT ${MOST_EVENTS + 1}`)
    const known = rows.length > 0 || (await this.#isRecent(lastId))
    return known && rows.length <= MOST_EVENTS ? rows.map(present) : undefined
  }

  /** Reads the window and tells what is new; a poll that is under way is joined. */
  poll(): Promise<void> {
    this.#polling ??= this.#pollOnce()
      // The database is away: the next poll comes in a second, and its window covers ten.
      .catch(() => {})
      .finally(() => (this.#polling = undefined))
    return this.#polling
  }

  async #pollOnce(): Promise<void> {
    const fresh = (await this.#readWindow()).filter((row) => !this.#seen.has(row.id))
    this.#remember(fresh)
    this.#forget()
    if (fresh.length === 0) return
    const events = fresh.map(present)
    for (const listener of this.#listeners) listener(events)
  }

  async #isRecent(id: string): Promise<boolean> {
    const row = await this.#house.database.row(sql`
      SELECT 1 FROM host.event
      WHERE id = ${id}::uuid AND occurred_at > ${this.#house.clock.now()}::timestamptz - interval '1 hour'`)
    return row !== undefined
  }

  /** The newest, should a burst be larger than a poll: screens then show the latest and a list shows the rest. */
  async #readWindow(): Promise<EventRow[]> {
    const from = new Date(this.#house.clock.now().getTime() - WINDOW_MS)
    const rows = await this.#house.database.rows(sql<EventRow>`
      SELECT ${columns} WHERE occurred_at > ${from} ORDER BY occurred_at DESC, id DESC LIMIT ${4 * MOST_EVENTS}`)
    return rows.reverse()
  }

  #remember(rows: readonly EventRow[]): void {
    for (const { id, occurred_at } of rows) this.#seen.set(id, occurred_at.getTime())
  }

  #forget(): void {
    const until = this.#house.clock.now().getTime() - 2 * WINDOW_MS
    for (const [id, at] of this.#seen) if (at < until) this.#seen.delete(id)
  }

  #rest(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  stop(): void {
    this.#listeners.clear()
    this.#rest()
  }
}

function present({ id, name, ref_kind, ref_id, occurred_at }: EventRow): LiveEvent {
  return { id, name, refKind: ref_kind, refId: ref_id, occurredAt: occurred_at.toISOString() }
}
