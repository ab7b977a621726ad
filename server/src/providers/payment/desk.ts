import { randomBytes } from 'node:crypto'
import type { Book } from './book.ts'
import type { Journal } from './journal.ts'
import type { Change, Delivery } from './model.ts'

/**
 * Where work is done. `run` is synchronous, so two requests never interleave; its changes are applied in memory
 * at once and go to the journal as one line. Nobody is told anything (neither caller nor webhook) before `durable`.
 */
export class Desk {
  readonly book: Book
  readonly tellsEvents: boolean
  readonly #clock: () => number
  readonly #journal: Journal
  readonly #onDeliveries: (deliveries: Delivery[]) => void
  #changes: Change[] = []

  constructor(options: {
    book: Book
    journal: Journal
    tellsEvents: boolean
    now?: (() => number) | undefined
    onDeliveries: (deliveries: Delivery[]) => void
  }) {
    this.book = options.book
    this.tellsEvents = options.tellsEvents
    this.#clock = options.now ?? Date.now
    this.#journal = options.journal
    this.#onDeliveries = options.onDeliveries
  }

  get now(): number {
    return this.#clock()
  }

  newId(prefix: string): string {
    return `${prefix}_${randomBytes(16).toString('hex')}`
  }

  put(change: Change): void {
    this.book.apply(change)
    this.#changes.push(change)
  }

  run<T>(work: () => T): { value: T; durable: Promise<void> } {
    try {
      const value = work()
      return { value, durable: this.#commit() }
    } catch (error) {
      // What a refused request did change (a used up fault) is kept too; its answer does not wait for the disk.
      this.#commit().catch(() => undefined)
      throw error
    }
  }

  #commit(): Promise<void> {
    // Even a question waits: it may have seen what is not yet on the disk.
    if (this.#changes.length === 0) return this.#journal.settled()
    const changes = this.#changes
    this.#changes = []
    const deliveries = changes.flatMap((change) => ('delivery' in change ? [change.delivery] : []))
    return this.#journal.append(changes).then(() => this.#onDeliveries(deliveries))
  }
}
