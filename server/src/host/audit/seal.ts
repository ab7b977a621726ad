import { createHash } from 'node:crypto'
import { ok, type Result } from '../../kernel/result.ts'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { transact } from '../database/transaction.ts'

const BATCH = 500
const SEAL_LOCK = 7_206_202_612
// A row's time is its transaction's start, and time-outs end a transaction long before this: no row commits later than that,
// so the sealer looks no further back and stays as quick in its tenth year as on its first day.
const LATEST_COMMIT_MS = 3_600_000
const GENESIS = Buffer.alloc(32)

interface UnsealedRow {
  readonly id: string
  readonly payload: string
}

/**
 * Gives unsealed audit rows their number and hash: hash = sha256(previous hash || payload). One sealer at a time (an
 * advisory lock), in batches, apart from the shop's own transactions: chaining inside them would make every sale wait for
 * the one before it, which is why rows are first written unchained. Woken by timer, takes no input, may be killed anywhere.
 */
export async function sealAudit(database: Database): Promise<number> {
  const sealed = await transact(database, async (tx): Promise<Result<number>> => {
    const lock = await tx.row(sql<{ got: boolean }>`SELECT pg_try_advisory_xact_lock(${SEAL_LOCK}) AS got`)
    if (!lock?.got) return ok(0)
    const last = await tx.row(sql<{ seq: bigint; hash: Buffer; at: Date }>`
      SELECT s.seq, s.hash, a.at FROM host.audit_seal s JOIN host.audit a ON a.id = s.audit_id ORDER BY s.seq DESC LIMIT 1`)
    const since = last ? new Date(last.at.getTime() - LATEST_COMMIT_MS) : new Date(0)
    const unsealed = await tx.rows(sql<UnsealedRow>`
      SELECT a.id, jsonb_build_object('id', a.id, 'at', a.at, 'actorKind', a.actor_kind, 'actorId', a.actor_id,
        'action', a.action, 'objectType', a.object_type, 'objectId', a.object_id, 'version', a.version,
        'changes', a.changes, 'reason', a.reason, 'requestId', a.request_id)::text AS payload
      FROM host.audit a WHERE a.at > ${since} AND NOT EXISTS (SELECT 1 FROM host.audit_seal s WHERE s.audit_id = a.id)
      ORDER BY a.at, a.id LIMIT ${BATCH}`)
    if (unsealed.length === 0) return ok(0)
    const chain = chained(unsealed, last?.hash ?? GENESIS)
    const first = (last?.seq ?? 0n) + 1n
    tx.later(sql`
      INSERT INTO host.audit_seal (seq, audit_id, prev_hash, hash, payload)
      SELECT * FROM unnest(
        ${chain.map((_, index) => first + BigInt(index))}::bigint[], ${chain.map((link) => link.id)}::uuid[],
        ${chain.map((link) => link.before)}::bytea[], ${chain.map((link) => link.hash)}::bytea[],
        ${chain.map((link) => link.payload)}::text[])`)
    return ok(unsealed.length)
  })
  return sealed.ok ? sealed.value : 0
}

function chained(rows: readonly UnsealedRow[], start: Buffer) {
  let before = start
  return rows.map(({ id, payload }) => {
    const hash = createHash('sha256').update(before).update(payload, 'utf8').digest()
    const link = { id, payload, before, hash }
    before = hash
    return link
  })
}
