import type pg from 'pg'
import { openDatabase, type Database } from '../database/pool.ts'
import type { Sql } from '../database/sql.ts'

/** Connections of one process over all organisations: a pool opens when it is used and the quietest closes for the next. */
export class ConnectionBudget {
  readonly #most: number
  readonly #perPool: number
  /** In order of last use: the first has been quiet for longest. */
  readonly #open = new Set<LazyDatabase>()

  constructor(most: number, perPool: number) {
    this.#most = most
    this.#perPool = perPool
  }

  /** Called at each use of a database; answers the size of the pool that it may open now. */
  admit(database: LazyDatabase): number {
    this.#open.delete(database)
    while (this.#taken() + this.#perPool > this.#most && this.#closeQuietest()) continue
    const left = this.#most - this.#taken()
    this.#open.add(database)
    return Math.max(1, Math.min(this.#perPool, left))
  }

  touch(database: LazyDatabase): void {
    if (this.#open.delete(database)) this.#open.add(database)
  }

  forget(database: LazyDatabase): void {
    this.#open.delete(database)
  }

  get openPools(): number {
    return this.#open.size
  }

  #taken(): number {
    let sum = 0
    for (const database of this.#open) sum += database.max
    return sum
  }

  /** A pool with work under way is never closed: better a few connections over the cap than a lost command. */
  #closeQuietest(): boolean {
    for (const database of this.#open) {
      if (!database.isQuiet) continue
      void database.rest()
      return true
    }
    return false
  }
}

/** A database whose pool exists only while it is used. Holders keep it for ever; connections come and go behind it. */
export class LazyDatabase implements Database {
  readonly #url: string
  readonly #budget: ConnectionBudget
  readonly #applicationName: string
  #database: Database | undefined
  /** Reads asked and not answered: they may be gathered for a moment before they take a connection. */
  #reading = 0

  constructor(url: string, budget: ConnectionBudget, applicationName: string) {
    this.#url = url
    this.#budget = budget
    this.#applicationName = applicationName
  }

  rows<Row>(query: Sql<Row>): Promise<Row[]> {
    return this.#during((database) => database.rows(query))
  }

  row<Row>(query: Sql<Row>): Promise<Row | undefined> {
    return this.#during((database) => database.row(query))
  }

  get pool(): pg.Pool {
    return this.#awake().pool
  }

  get max(): number {
    return this.#database?.max ?? 0
  }

  get isQuiet(): boolean {
    const pool = this.#database?.pool
    return pool === undefined || (this.#reading === 0 && pool.totalCount === pool.idleCount && pool.waitingCount === 0)
  }

  /** Closes the connections; the next use opens them again. */
  async rest(): Promise<void> {
    const database = this.#database
    this.#database = undefined
    this.#budget.forget(this)
    await database?.close()
  }

  close(): Promise<void> {
    return this.rest()
  }

  async #during<T>(read: (database: Database) => Promise<T>): Promise<T> {
    this.#reading += 1
    try {
      return await read(this.#awake())
    } finally {
      this.#reading -= 1
    }
  }

  #awake(): Database {
    if (this.#database) this.#budget.touch(this)
    else {
      const max = this.#budget.admit(this)
      this.#database = openDatabase({ url: this.#url, max, applicationName: this.#applicationName })
    }
    return this.#database
  }
}
