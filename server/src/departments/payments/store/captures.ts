import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export interface CaptureToInsert {
  readonly id: string
  readonly paymentId: string
  readonly amount: bigint
  readonly reference: string
}

export function insertCapture(ctx: Context, { id, paymentId, amount, reference }: CaptureToInsert): void {
  ctx.tx.later(sql`
    INSERT INTO payments.capture (id, payment_id, amount, reference, state, actor, wanted_at)
    VALUES (${id}, ${paymentId}, ${amount}, ${reference}, 'wanted', ${actorText(ctx.actor)}, ${ctx.now})`)
}

/** How it ended; what was already ended stays. True where this call ended it. */
export async function endCapture(
  ctx: Context,
  id: string,
  { state, code }: { readonly state: 'succeeded' | 'failed'; readonly code: string | null },
): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ id: string }>`
    UPDATE payments.capture SET state = ${state}, code = ${code}, ended_at = ${ctx.now}
    WHERE id = ${id} AND state = 'wanted' RETURNING id`)
  return row !== undefined
}
