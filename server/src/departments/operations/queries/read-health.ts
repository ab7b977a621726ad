import type { House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { concernsOf, type Concern } from '../domain/concerns.ts'

export interface Health {
  readonly concerns: Concern[]
  readonly jobs: {
    readonly ready: number
    readonly running: number
    readonly dead: number
    readonly oldestReadySeconds: number | null
  }
  readonly mails: { readonly kept: number }
  readonly audit: { readonly unsealed: number; readonly oldestUnsealedSeconds: number | null }
  readonly database: { readonly bytes: number }
  readonly lastOrderAt: string | null
}

/** Counts stop here and are shown as "10,000+": nobody acts differently on more. */
const MOST_COUNTED = 10_000

interface HealthRow {
  readonly ready: number
  readonly running: number
  readonly dead: number
  readonly oldest_ready_at: Date | null
  readonly kept: number
  readonly unsealed: number
  readonly oldest_unsealed_at: Date | null
  readonly bytes: bigint
  readonly last_order_at: Date | null
}

/** How the house is, in the shop's words. Each figure is read off an index. */
export async function readHealth({ database, clock }: House): Promise<Health> {
  const now = clock.now()
  const row = await database.row(sql<HealthRow>`
    WITH unsealed AS (
      SELECT a.at FROM host.audit a WHERE a.at > now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM host.audit_seal s WHERE s.audit_id = a.id)
      ORDER BY a.at LIMIT ${MOST_COUNTED})
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM host.job WHERE state = 'ready' LIMIT ${MOST_COUNTED}) AS counted) AS ready,
      (SELECT count(*)::int FROM (SELECT 1 FROM host.job WHERE state = 'running' LIMIT ${MOST_COUNTED}) AS counted) AS running,
      (SELECT count(*)::int FROM (SELECT 1 FROM host.job WHERE state = 'dead' LIMIT ${MOST_COUNTED}) AS counted) AS dead,
      (SELECT min(run_at) FROM host.job WHERE state = 'ready') AS oldest_ready_at,
      (SELECT count(*)::int FROM (SELECT 1 FROM host.mail WHERE state = 'kept' LIMIT ${MOST_COUNTED}) AS counted) AS kept,
      (SELECT count(*)::int FROM unsealed) AS unsealed,
      (SELECT min(at) FROM unsealed) AS oldest_unsealed_at,
      pg_database_size(current_database()) AS bytes,
      (SELECT occurred_at FROM host.event WHERE name = 'order.placed.v1' ORDER BY occurred_at DESC LIMIT 1) AS last_order_at`)
  if (!row) throw new Error('the database answered nothing')
  const { ready, running, dead, kept, unsealed } = row
  const figures = {
    jobs: { ready, running, dead, oldestReadySeconds: secondsSince(row.oldest_ready_at, now) },
    mails: { kept },
    audit: { unsealed, oldestUnsealedSeconds: secondsSince(row.oldest_unsealed_at, now) },
    database: { bytes: Number(row.bytes) },
    lastOrderAt: row.last_order_at?.toISOString() ?? null,
  }
  return { concerns: concernsOf(figures), ...figures }
}

/** Never negative: work may be due later. */
function secondsSince(instant: Date | null, now: Date): number | null {
  return instant && Math.max(0, Math.round((now.getTime() - instant.getTime()) / 1000))
}
