import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'

export interface ReturnedDebit {
  readonly id: string
  readonly paymentId: string
  readonly amount: bigint
  readonly state: 'open' | 'made_good' | 'lost' | 'refunded'
}

export interface ReturnToInsert {
  readonly id: string
  readonly paymentId: string
  readonly entityId: string
  readonly amount: bigint
  readonly fee: bigint
  readonly currency: string
  readonly bankReference: string
}

export function insertReturn(ctx: Context, it: ReturnToInsert): void {
  ctx.tx.later(
    sql`
    INSERT INTO payments.returned_debit (id, payment_id, entity_id, amount, fee, currency, bank_reference, at)
    VALUES (${it.id}, ${it.paymentId}, ${it.entityId}, ${it.amount}, ${it.fee}, ${it.currency}, ${it.bankReference}, ${ctx.now})`,
    { refusals: { one_return_per_movement: () => refusals.receipt_known({ field: 'bankReference' }) } },
  )
}

/** Its payment is held under lock. */
export function findReturn(ctx: Context, id: string): Promise<ReturnedDebit | undefined> {
  return ctx.tx.row(sql<ReturnedDebit>`
    SELECT id, payment_id AS "paymentId", amount, state FROM payments.returned_debit WHERE id = ${id}`)
}

export function listOpenReturns(ctx: Context, orderId: string): Promise<ReturnedDebit[]> {
  return ctx.tx.rows(sql<ReturnedDebit>`
    SELECT r.id, r.payment_id AS "paymentId", r.amount, r.state FROM payments.returned_debit r
    JOIN payments.payment p ON p.id = r.payment_id WHERE p.order_id = ${orderId} AND r.state = 'open' ORDER BY r.id`)
}

export function saveReturnEnd(ctx: Context, id: string, state: ReturnedDebit['state']): void {
  ctx.tx.later(
    sql`UPDATE payments.returned_debit SET state = ${state}, ended_at = ${ctx.now} WHERE id = ${id} AND state = 'open'`,
  )
}
