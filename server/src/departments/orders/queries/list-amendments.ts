import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { AmendmentKind, AmendmentReason } from '../domain/amendment.ts'
import type { OrderContent } from '../domain/order-content.ts'

export interface Amendment {
  readonly number: number
  readonly kind: AmendmentKind
  readonly reason: AmendmentReason
  readonly note: string | null
  readonly actor: string
  readonly at: Date
  /** Whether the order was paid by then. */
  readonly paid: boolean
  readonly before: OrderContent
  readonly after: OrderContent
  readonly refundIds: readonly string[]
  /** What it waited for, where the order came to cost more by it. */
  readonly balanceId: string | null
}

/** What was changed of an order, the first first. */
export async function listAmendments(reader: Pick<Database, 'rows'>, orderId: string): Promise<Amendment[]> {
  if (!isUuid(orderId)) return []
  return reader.rows(sql<Amendment>`
    SELECT number, kind, reason, note, actor, at, paid, before, after, refund_ids AS "refundIds", balance_id AS "balanceId"
    FROM orders.amendment WHERE order_id = ${orderId} ORDER BY number`)
}
