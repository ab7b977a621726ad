import type pg from 'pg'
import type { Refused, Result } from '../../kernel/result.ts'
import { ask } from './described-once.ts'
import { isDatabaseAway, isPostgresError, isRetryable } from './errors.ts'
import { queryConfig, type Database } from './pool.ts'
import type { Sql } from './sql.ts'
import { writeTogether } from './write-together.ts'

/** What a constraint's name means to people, for writes that a constraint may refuse. */
export type ConstraintRefusals = Readonly<Record<string, () => Refused>>

export interface LaterOptions {
  /** Constraint name -> the refusal that breaking it means. Anything else that breaks is a fault. */
  readonly refusals?: ConstraintRefusals
  /** The number of rows that must change, else the transaction ends with `otherwise` (optimistic versions, atomic claims). */
  readonly affects?: { readonly rows: number; readonly otherwise: () => Refused }
}

/**
 * One explicit transaction on one connection. Reads wait for their answer; writes given to `later` are sent without
 * waiting, ahead of the next read, and the last of them travel together with COMMIT in one round trip.
 */
export interface Transaction {
  rows<Row>(query: Sql<Row>): Promise<Row[]>
  row<Row>(query: Sql<Row>): Promise<Row | undefined>
  later(query: Sql, options?: LaterOptions): void
  /** Waits for the writes sent so far; needed only before an outcome must be known inside the transaction. */
  flush(): Promise<void>
}

class RefusedInside extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(`refused: ${refused.refusal.code}`)
    this.refused = refused
  }
}

const MAX_RETRIES = 3

/**
 * Runs `work` in a transaction: commits when it answers ok, rolls back when it refuses or throws. Serialization failures
 * and deadlocks are retried here, at most three times with jitter, and nowhere else; so `work` must have no effect
 * outside its transaction.
 */
export async function transact<T>(
  database: Database,
  work: (tx: Transaction) => Promise<Result<T>>,
  beforeCommit?: (tx: Transaction) => void,
): Promise<Result<T>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once(database, work, beforeCommit)
    } catch (error) {
      if (error instanceof RefusedInside) return error.refused
      if (!isRetryable(error) || attempt >= MAX_RETRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
    }
  }
}

async function once<T>(
  database: Database,
  work: (tx: Transaction) => Promise<Result<T>>,
  beforeCommit: ((tx: Transaction) => void) | undefined,
): Promise<Result<T>> {
  const client = await database.pool.connect()
  const running = new RunningTransaction(client)
  let broken = false
  try {
    const result = await work(running)
    if (!result.ok) {
      await running.rollback()
      return result
    }
    beforeCommit?.(running)
    await running.commit()
    return result
  } catch (error) {
    const rolledBack = await running.rollback().then(
      () => true,
      () => false,
    )
    // A connection that dies in its COMMIT has nothing to roll back, and must not be the next one's.
    broken = !rolledBack || isDatabaseAway(error)
    throw error
  } finally {
    client.release(broken)
  }
}

interface Queued {
  readonly config: pg.QueryConfig
  readonly options: LaterOptions | undefined
}

interface Sent {
  readonly outcome: Promise<pg.QueryResult>
  readonly options: LaterOptions | undefined
}

class RunningTransaction implements Transaction {
  readonly #client: pg.PoolClient
  #queue: Queued[] = []
  #sent: Sent[] = []
  /** Verdicts on the writes so far. Once one failed it stays failed: that write is the cause of whatever fails behind it. */
  #settled: Promise<void> = Promise.resolve()
  #begun = false
  #ended = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async rows<Row>(query: Sql<Row>): Promise<Row[]> {
    this.#refuseAfterEnd()
    const config = queryConfig(query)
    this.#send()
    // Sent writes go first on the same connection, so this read sees them; if one failed, its own error is the cause.
    try {
      return (await ask(this.#client, config)).rows as Row[]
    } catch (error) {
      await this.#settle()
      throw error
    }
  }

  async row<Row>(query: Sql<Row>): Promise<Row | undefined> {
    return (await this.rows(query))[0]
  }

  later(query: Sql, options?: LaterOptions): void {
    this.#refuseAfterEnd()
    this.#queue.push({ config: queryConfig(query), options })
  }

  async flush(): Promise<void> {
    this.#refuseAfterEnd()
    this.#send()
    await this.#settle()
  }

  async commit(): Promise<void> {
    const expectsCounts = [...this.#queue, ...this.#sent].some((write) => write.options?.affects !== undefined)
    if (expectsCounts) await this.flush()
    // A failure that the work did not pass on is a failure all the same.
    await this.#settled
    if (!this.#begun && this.#queue.length === 0) {
      this.#ended = true
      return
    }
    this.#send()
    const committed = this.#client.query('COMMIT')
    this.#ended = true
    const outcome = committed.then(
      (result) => ({ result, error: undefined }),
      (error: unknown) => ({ result: undefined, error }),
    )
    await this.#settle()
    const { result, error } = await outcome
    if (error !== undefined) throw error
    // A transaction that failed inside answers COMMIT with ROLLBACK; saying "done" to that would lose an order.
    if (result?.command !== 'COMMIT') throw new Error(`COMMIT answered ${result?.command}`)
  }

  async rollback(): Promise<void> {
    this.#queue = []
    if (this.#ended) return
    this.#ended = true
    if (!this.#begun) return
    await this.#client.query('ROLLBACK')
    await Promise.allSettled(this.#sent.map((write) => write.outcome))
  }

  /** The connection is somebody else's by now: a statement of ours would fall into their transaction, or stand alone. */
  #refuseAfterEnd(): void {
    if (this.#ended) throw new Error('the transaction has ended; something in it was not waited for')
  }

  #send(): void {
    writeTogether(this.#client)
    if (!this.#begun) {
      this.#begun = true
      this.#client.query('BEGIN').catch(() => {})
    }
    for (const { config, options } of this.#queue) {
      const outcome = ask(this.#client, config)
      outcome.catch(() => {})
      this.#sent.push({ outcome, options })
    }
    this.#queue = []
  }

  #settle(): Promise<void> {
    const sent = this.#sent
    this.#sent = []
    this.#settled = this.#settled.then(() => judge(sent))
    this.#settled.catch(() => {})
    return this.#settled
  }
}

/** Waits for writes; throws the meaning of the first that failed. Those behind it only say that the transaction is aborted. */
async function judge(sent: readonly Sent[]): Promise<void> {
  let failed: { error: unknown } | undefined
  for (const { outcome, options } of sent) {
    try {
      const result = await outcome
      const affects = options?.affects
      if (affects && result.rowCount !== affects.rows) failed ??= { error: new RefusedInside(affects.otherwise()) }
    } catch (error) {
      failed ??= { error: meaningOf(error, options?.refusals) }
    }
  }
  if (failed) throw failed.error
}

function meaningOf(error: unknown, refusals: ConstraintRefusals | undefined): unknown {
  if (!isPostgresError(error) || error.constraint === undefined) return error
  const refusal = refusals?.[error.constraint]
  return refusal ? new RefusedInside(refusal()) : error
}
