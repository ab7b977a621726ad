import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Refusal } from '../../../kernel/result.ts'

export interface BulkOutcome {
  readonly taskId: string
  readonly orderId: string
  readonly changed: boolean
  readonly refusal?: Refusal
  /** The id of what it made. */
  readonly made?: string | undefined
}

/** An order that is not there any more has no outcome to keep. */
export function insertOutcome(ctx: Context, { taskId, orderId, changed, refusal, made }: BulkOutcome): void {
  ctx.tx.later(sql`
    INSERT INTO orders.bulk_outcome (task_id, order_id, changed, refusal, made, at)
    SELECT ${taskId}::uuid, id, ${changed}::boolean, ${refusal === undefined ? null : jsonText(refusal)}::jsonb,
      ${made ?? null}::text, ${ctx.now}::timestamptz
    FROM orders.sales_order WHERE id = ${orderId}::uuid ON CONFLICT DO NOTHING`)
}
