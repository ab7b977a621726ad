import type { Database } from './pool.ts'
import { queryConfig } from './pool.ts'
import type { Sql } from './sql.ts'

export interface Snapshot {
  /** The next rows, none at the end. */
  next(): Promise<unknown[]>
  close(): Promise<void>
}

const BATCH = 2_000
/** Whoever downloads slowly holds one connection, not a lock; after this long without taking a row it is taken back. */
const IDLE_SECONDS = 60

/**
 * Reads the rows of one query in batches, all as they were at the beginning: a cursor in a read-only, repeatable-read
 * transaction. The database runs the query once, however many batches there are (pages by key would sort a filtered list
 * anew for each), and holds back until the reader asks.
 */
export async function openSnapshot(database: Database, query: Sql): Promise<Snapshot> {
  const client = await database.pool.connect()
  let open = true
  const close = async (): Promise<void> => {
    if (!open) return
    open = false
    const ended = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!ended)
  }
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = '${IDLE_SECONDS}s'`)
    // All of it will be read: planned for that, not for the first rows.
    await client.query('SET LOCAL cursor_tuple_fraction = 1')
    await client.query(
      queryConfig({ ...query, text: `DECLARE reading NO SCROLL CURSOR FOR ${query.text}`, name: undefined }),
    )
  } catch (error) {
    await close()
    throw error
  }
  return {
    close,
    next: async () => (open ? (await client.query(`FETCH ${BATCH} FROM reading`)).rows : []),
  }
}
