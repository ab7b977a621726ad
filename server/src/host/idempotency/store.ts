import { createHash } from 'node:crypto'
import { jsonText } from '../database/json.ts'
import type { Context } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

export interface KeyedRequest {
  /** Who asks: the same key from two callers is two keys. */
  readonly scope: string
  readonly key: string
  readonly inputHash: Buffer
}

export interface KeptAnswer {
  readonly status: number
  readonly response: unknown
  readonly sameInput: boolean
}

export function inputHashOf(operationId: string, input: unknown): Buffer {
  return createHash('sha256').update(operationId).update('\0').update(jsonText(input)).digest()
}

/** The answer given before under this key, if any. */
export async function findKeptAnswer(
  reader: Pick<Database, 'row'>,
  request: KeyedRequest,
): Promise<KeptAnswer | undefined> {
  const row = await reader.row(sql<{ input_hash: Buffer; status: number; response: unknown }>`
    SELECT input_hash, status, response FROM host.idempotency WHERE scope = ${request.scope} AND key = ${request.key}`)
  if (!row) return undefined
  return { status: row.status, response: row.response, sameInput: row.input_hash.equals(request.inputHash) }
}

/**
 * Keeps the answer in the transaction of its effect: both exist or neither does, so a key is never locked for ever. Two
 * requests at once meet at the primary key: the second waits for the first to commit, fails, and is told its answer.
 */
export function keepAnswer(ctx: Context, request: KeyedRequest, status: number, response: unknown): void {
  ctx.tx.later(sql`
    INSERT INTO host.idempotency (scope, key, input_hash, status, response, locked_at, finished_at)
    VALUES (${request.scope}, ${request.key}, ${request.inputHash}, ${status}, ${jsonText(response ?? null)}::jsonb, ${ctx.now}, ${ctx.now})`)
}

export const IDEMPOTENCY_CONSTRAINT = 'idempotency_pkey'
