import type { Context } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'

interface Known {
  readonly acts: ReadonlySet<string>
  readonly until: number
}

const FRESH_MS = 1_000
/** Longer than any transaction lives (pool.ts ends idle ones and long statements): by then a written rule is seen, or gone. */
const DISTRUST_MS = 20_000

/**
 * Which acts anything is set for, at most a second old in every process. Where this process writes a rule it is asked anew each
 * time until that transaction must have ended: what was read before its commit is never taken for what holds after it.
 */
export class WatchedActs {
  readonly #ask: (tx: Transaction, now: Date) => Promise<readonly string[]>
  readonly #known = new WeakMap<object, Known>()
  readonly #distrusted = new WeakMap<object, number>()

  constructor(ask: (tx: Transaction, now: Date) => Promise<readonly string[]>) {
    this.#ask = ask
  }

  /** Called in the transaction that changes what is watched. */
  distrust({ guard }: Context): void {
    if (guard) this.#distrusted.set(guard.database, performance.now() + DISTRUST_MS)
  }

  /** Without a promise while it is known, so that an act without rules waits for nothing. */
  watches(ctx: Context, act: string): boolean | Promise<boolean> {
    const { guard } = ctx
    if (!guard) return false
    const now = performance.now()
    const known = this.#known.get(guard.database)
    const trusted = (this.#distrusted.get(guard.database) ?? 0) <= now
    if (known && trusted && known.until > now) return known.acts.has(act)
    return this.#read(ctx, guard.database).then((acts) => acts.has(act))
  }

  /** On the connection that is held already: a second one, asked for while holding the first, could be waited for in a ring. */
  async #read({ tx, now }: Context, house: object): Promise<ReadonlySet<string>> {
    // Taken before the question: what changes meanwhile must not look newer than it is.
    const until = performance.now() + FRESH_MS
    const acts = new Set(await this.#ask(tx, now))
    this.#known.set(house, { acts, until })
    return acts
  }
}
