import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { HeldBecause } from '../domain/hold.ts'
import type { Because, HoldKind } from '../domain/hold-rule.ts'

type Reader = Pick<Database, 'rows'>

/** Why an order waits; empty where nothing holds it. Who decides by it holds the order's lock, under which holds come and go. */
export async function heldBecause(reader: Reader, orderId: string): Promise<readonly HeldBecause[]> {
  const holds = await listHolds(reader, orderId)
  return holds.filter(({ releasedAt }) => releasedAt === null)
}

export interface Hold extends HeldBecause {
  readonly heldBy: string
  readonly todoId: string | null
  readonly releasedAt: Date | null
  readonly releasedBy: string | null
  readonly releaseReason: string | null
}

interface HoldRow {
  readonly id: string
  readonly kind: HoldKind
  readonly rule_id: string | null
  readonly because: string
  readonly params: Because['params']
  readonly held_at: Date
  readonly held_by: string
  readonly todo_id: string | null
  readonly released_at: Date | null
  readonly released_by: string | null
  readonly release_reason: string | null
}

/** All that ever held it, the oldest first. */
export async function listHolds(reader: Reader, orderId: string): Promise<Hold[]> {
  if (!isUuid(orderId)) return []
  const rows = await reader.rows(sql<HoldRow>`
    SELECT id, kind, rule_id, because, params, held_at, held_by, todo_id, released_at, released_by, release_reason
    FROM orders.hold WHERE order_id = ${orderId} ORDER BY held_at, id`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    rule: row.rule_id,
    because: row.because,
    params: row.params,
    heldAt: row.held_at,
    heldBy: row.held_by,
    todoId: row.todo_id,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    releaseReason: row.release_reason,
  }))
}
