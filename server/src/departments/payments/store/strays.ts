import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export interface Stray {
  readonly provider: string
  readonly providerPaymentId: string
  readonly reference: string
  readonly currency: string
  readonly amount: bigint
}

/** Whether anything of it was new. */
export async function keepStray(ctx: Context, stray: Stray): Promise<boolean> {
  const rows = await ctx.tx.rows(sql`
    INSERT INTO payments.stray (provider, provider_payment_id, reference, currency, amount, first_seen_at, updated_at)
    VALUES (${stray.provider}, ${stray.providerPaymentId}, ${stray.reference}, ${stray.currency}, ${stray.amount}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (provider, provider_payment_id) DO UPDATE SET amount = excluded.amount, updated_at = excluded.updated_at
    WHERE payments.stray.amount <> excluded.amount AND payments.stray.settled_at IS NULL
    RETURNING 1`)
  return rows.length > 0
}

type Named = Pick<Stray, 'provider' | 'providerPaymentId'>

export function setStrayTodo(ctx: Context, { provider, providerPaymentId }: Named, todoId: string | null): void {
  ctx.tx.later(sql`
    UPDATE payments.stray SET todo_id = ${todoId} WHERE provider = ${provider} AND provider_payment_id = ${providerPaymentId}`)
}

export function settleStray(ctx: Context, { provider, providerPaymentId }: Named): void {
  ctx.tx.later(sql`
    UPDATE payments.stray SET settled_at = ${ctx.now}
    WHERE provider = ${provider} AND provider_payment_id = ${providerPaymentId}`)
}
