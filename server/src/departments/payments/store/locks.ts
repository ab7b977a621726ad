import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/**
 * Every lock of the department, ordered by id; over departments the order comes first (docs/lock-order.md). Each is a statement
 * of its own, so that the read behind it takes its snapshot after the lock was granted. Both travel in one round trip.
 */
export function lockByOrder(ctx: Context, orderId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM payments.payment WHERE order_id = ${orderId} ORDER BY id FOR UPDATE`)
}

export function lockById(ctx: Context, paymentId: string): void {
  ctx.tx.later(sql`SELECT 1 FROM payments.payment WHERE id = ${paymentId} FOR UPDATE`)
}

/** Payouts are booked one after the other: which movement a line pays out must not change under it. */
export function lockPayouts(ctx: Context): void {
  ctx.tx.later(sql`SELECT pg_advisory_xact_lock(hashtext('payments.payouts'))`)
}

/** A stray is asked about by one alone. */
export function lockStray(ctx: Context, provider: string, providerPaymentId: string): void {
  ctx.tx.later(sql`
    SELECT 1 FROM payments.stray WHERE provider = ${provider} AND provider_payment_id = ${providerPaymentId} FOR UPDATE`)
}
