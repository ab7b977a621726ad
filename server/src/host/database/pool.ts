import pg from 'pg'
import { GatheredReads } from './gathered-reads.ts'
import type { Sql } from './sql.ts'
import { wireValue } from './wire-value.ts'

const INT8 = 20
const DATE = 1082
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TEXT_ARRAY: number = 1009

const textArray = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[]
const bigints = (text: string) => textArray(text).map((element) => (element === null ? null : BigInt(element)))

/** bigint for int8 (money is counted in it), text for dates (a date has no zone), defaults for the rest. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return BigInt
    if (oid === DATE) return (text: string) => text
    if (oid === INT8_ARRAY) return bigints
    if (oid === DATE_ARRAY) return textArray
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
  // A connection lost is replaced at the next use, and whoever was using it learns it from the answer that does not come;
  // without these listeners it would end the process. The pool listens to idle connections only, hence the second one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const reads = new GatheredReads(pool)
  return {
    pool,
    max: options.max,
    rows: async <Row>(query: Sql<Row>) => (await reads.ask(queryConfig(query))).rows as Row[],
    row: async <Row>(query: Sql<Row>) => (await reads.ask(queryConfig(query))).rows[0] as Row | undefined,
    close: () => pool.end(),
  }
}

/** Faults for a value that cannot be sent, before anything is. */
export function queryConfig({ text, values, name }: Sql): pg.QueryConfig {
  const wired = values.map(wireValue)
  return name === undefined ? { text, values: wired } : { text, values: wired, name }
}
