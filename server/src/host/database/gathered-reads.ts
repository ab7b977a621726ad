import type pg from 'pg'
import { ask } from './described-once.ts'
import { isDatabaseAway } from './errors.ts'
import { writeTogether } from './write-together.ts'

/** Enough for a page; more would make quick questions wait behind slow ones where another connection is idle. */
const TOGETHER = 4

interface Asked {
  readonly config: pg.QueryConfig
  readonly resolve: (result: pg.QueryResult) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads outside transactions. What is asked in one breath, as pages do with Promise.all, travels through one connection in
 * one piece: one system call, one waking of PostgreSQL, one connection of the pool instead of one for each. They remain
 * statements of their own: each sees what was committed before it, and one that fails harms none beside it.
 */
export class GatheredReads {
  readonly #pool: pg.Pool
  #gathering: Asked[] | undefined

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  ask(config: pg.QueryConfig): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => this.#gather({ config, resolve, reject }))
  }

  #gather(asked: Asked): void {
    if (this.#gathering && this.#gathering.length < TOGETHER) {
      this.#gathering.push(asked)
      return
    }
    this.#gathering = [asked]
    // Asked for at once, so that the pool counts as busy; whoever comes before the connection does rides along.
    void this.#send(this.#gathering, this.#pool.connect())
  }

  async #send(gathered: readonly Asked[], connecting: Promise<pg.PoolClient>): Promise<void> {
    let client: pg.PoolClient
    try {
      client = await connecting
    } catch (error) {
      for (const { reject } of gathered) reject(error)
      return
    } finally {
      if (this.#gathering === gathered) this.#gathering = undefined
    }
    writeTogether(client)
    let broken = false
    const fail = (reject: Asked['reject']) => (error: unknown) => {
      broken ||= isDatabaseAway(error)
      reject(error)
    }
    await Promise.all(gathered.map(({ config, resolve, reject }) => ask(client, config).then(resolve, fail(reject))))
    client.release(broken)
  }
}
