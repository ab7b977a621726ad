import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Statement, WithdrawalState } from '../domain/statement.ts'

export interface NewWithdrawal {
  readonly id: string
  readonly formKey: string
  readonly market: string
  readonly locale: string
  readonly statement: Statement
  readonly orderId: string | null
  readonly refundBy: string
}

/** Its number; undefined where this very form was sent before. */
export async function insertWithdrawal(ctx: Context, one: NewWithdrawal): Promise<bigint | undefined> {
  const { name, email, order, goods } = one.statement
  const row = await ctx.tx.row(sql<{ number: bigint }>`
    INSERT INTO returns.withdrawal (id, number, form_key, market_code, locale, name, email, order_typed, order_id, goods, received_at, refund_by)
    VALUES (${one.id}, nextval('returns.withdrawal_number'), ${one.formKey}, ${one.market}, ${one.locale}, ${name}, ${email}, ${order},
      ${one.orderId}, ${goods}, ${ctx.now}, ${one.refundBy})
    ON CONFLICT ON CONSTRAINT one_withdrawal_per_form DO NOTHING RETURNING number`)
  return row?.number
}

export async function lockWithdrawal(
  ctx: Context,
  id: string,
): Promise<{ readonly number: bigint; readonly state: WithdrawalState } | undefined> {
  return ctx.tx.row(sql<{ number: bigint; state: WithdrawalState }>`
    SELECT number, state FROM returns.withdrawal WHERE id = ${id} FOR UPDATE`)
}

export function saveDecision(
  ctx: Context,
  id: string,
  { state, note }: { readonly state: WithdrawalState; readonly note: string },
): void {
  ctx.tx.later(sql`UPDATE returns.withdrawal SET state = ${state} WHERE id = ${id}`)
  ctx.tx.later(sql`
    INSERT INTO returns.withdrawal_decision (id, withdrawal_id, decision, note, actor, at)
    VALUES (${ctx.newId()}, ${id}, ${state}, ${note}, ${actorText(ctx.actor)}, ${ctx.now})`)
}
