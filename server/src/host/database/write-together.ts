import type { Writable } from 'node:stream'
import type pg from 'pg'

const corked = new WeakSet<pg.PoolClient>()

/**
 * Whatever is asked of this connection until the running code waits for something goes out in one system call, and reaches
 * PostgreSQL in one piece: it works through the pipeline without falling asleep between two statements.
 */
export function writeTogether(client: pg.PoolClient): void {
  if (corked.has(client)) return
  corked.add(client)
  const { stream } = (client as pg.PoolClient & { readonly connection: { readonly stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => {
    corked.delete(client)
    stream.uncork()
  })
}
