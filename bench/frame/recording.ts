import type pg from 'pg'

/** A statement as it went to PostgreSQL: parameters in the text form that the driver sends; null is SQL's NULL. */
export interface SentStatement {
  readonly text: string
  readonly values: readonly (string | null)[]
}

export interface Recorder {
  /** Runs `work`, which does one transaction, undoes it, and answers the statements that it sent between BEGIN and COMMIT. */
  record(work: () => Promise<unknown>): Promise<readonly SentStatement[]>
}

interface Asked {
  readonly text: string
  readonly values?: readonly unknown[]
}

/**
 * Listens to every connection that a pool will make, and turns COMMIT into ROLLBACK, so that the same work can be done again
 * later: what was recorded of it are then fresh ids and values.
 */
export function recordPool(pool: pg.Pool): Recorder {
  let sent: SentStatement[] = []
  const listen = (client: pg.PoolClient): void => {
    const ask = client.query.bind(client) as (query: unknown) => Promise<unknown>
    const listening = (query: string | Asked): Promise<unknown> => {
      const { text, values = [] } = typeof query === 'string' ? { text: query } : query
      if (text === 'COMMIT') return ask('ROLLBACK')
      if (text !== 'BEGIN' && text !== 'ROLLBACK') sent.push({ text, values: values.map(asSent) })
      return ask(query)
    }
    Object.assign(client, { query: listening })
  }
  pool.on('connect', listen)
  return {
    async record(work) {
      sent = []
      // The undone COMMIT is a fault to the transaction, as it must be.
      const failure: unknown = await work().then(
        (result) => new Error(`nothing was committed, but: ${JSON.stringify(result)}`),
        (error: unknown) => error,
      )
      if (!(failure instanceof Error && failure.message === 'COMMIT answered ROLLBACK')) throw failure
      return sent
    },
  }
}

/** What `pg` makes of a value (pg/lib/utils.js, prepareValue), for the kinds that the house sends. */
function asSent(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map(asElement).join(',')}}`
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value as string | number | bigint | boolean)
}

function asElement(value: unknown): string {
  const text = asSent(value)
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
