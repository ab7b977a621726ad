import pg from 'pg'
import type { Sql } from './sql.ts'

const INT8 = 20
const DATE = 1082
const INT8_ARRAY = 1016

/** bigint for int8 (money is counted in it), text for dates (a date has no zone), defaults for the rest. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return BigInt
    if (oid === DATE) return (text: string) => text
    if (oid === INT8_ARRAY) return (text: string) => text.slice(1, -1).split(',').filter(Boolean).map(BigInt)
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export interface PoolOptions {
  readonly url: string
  readonly max: number
  readonly applicationName: string
  readonly statementTimeoutMs?: number
  readonly lockTimeoutMs?: number
  readonly idleInTransactionTimeoutMs?: number
}

export interface Database {
  rows<Row>(query: Sql<Row>): Promise<Row[]>
  row<Row>(query: Sql<Row>): Promise<Row | undefined>
  readonly pool: pg.Pool
  readonly max: number
  close(): Promise<void>
}

/**
 * A pool of pipelining connections. Every connection carries the time-outs of reliability.md, so that no statement, lock or
 * forgotten transaction holds the shop longer than a person would wait.
 */
export function openDatabase(options: PoolOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: options.applicationName,
    pipeline: true,
    types: types as pg.CustomTypesConfig,
    options: [
      `-c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
      `-c lock_timeout=${options.lockTimeoutMs ?? 5_000}`,
      `-c idle_in_transaction_session_timeout=${options.idleInTransactionTimeoutMs ?? 15_000}`,
      '-c TimeZone=UTC',
      '-c plan_cache_mode=auto',
    ].join(' '),
  } as pg.PoolConfig)
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})

  return {
    pool,
    max: options.max,
    rows: async <Row>(query: Sql<Row>) => (await pool.query(queryConfig(query))).rows as Row[],
    row: async <Row>(query: Sql<Row>) => (await pool.query(queryConfig(query))).rows[0] as Row | undefined,
    close: () => pool.end(),
  }
}

export function queryConfig(query: Sql): pg.QueryConfig {
  return { text: query.text, values: query.values as unknown[], ...(query.name ? { name: query.name } : {}) }
}
