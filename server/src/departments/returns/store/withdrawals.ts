import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { jsonText } from '../../../host/database/json.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { WithdrawalFact } from '../domain/refund.ts'
import { refusals } from '../domain/refusals.ts'
import type { Statement, WithdrawalState } from '../domain/statement.ts'
import type { DecisionTerms } from '../queries/read-withdrawals.ts'

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

export interface LockedWithdrawal {
  readonly number: bigint
  readonly state: WithdrawalState
  readonly todoId: string | null
}

export async function lockWithdrawal(ctx: Context, id: string): Promise<LockedWithdrawal | undefined> {
  return ctx.tx.row(sql<LockedWithdrawal>`
    SELECT number, state, todo_id AS "todoId" FROM returns.withdrawal WHERE id = ${id} FOR UPDATE`)
}

export function saveDecision(
  ctx: Context,
  id: string,
  { state, note, terms }: { readonly state: WithdrawalState; readonly note: string; readonly terms: DecisionTerms },
): void {
  ctx.tx.later(sql`UPDATE returns.withdrawal SET state = ${state} WHERE id = ${id}`)
  ctx.tx.later(sql`
    INSERT INTO returns.withdrawal_decision (id, withdrawal_id, decision, note, terms, actor, at)
    VALUES (${ctx.newId()}, ${id}, ${state}, ${note}, ${jsonText(terms)}::jsonb, ${actorText(ctx.actor)}, ${ctx.now})`)
}

/** Refused where it is known already. */
export function insertFact(
  ctx: Context,
  id: string,
  { fact, on }: { readonly fact: WithdrawalFact; readonly on: LocalDate },
) {
  ctx.tx.later(
    sql`
    INSERT INTO returns.withdrawal_fact (id, withdrawal_id, fact, on_day, actor, at)
    VALUES (${ctx.newId()}, ${id}, ${fact}, ${on}, ${actorText(ctx.actor)}, ${ctx.now})`,
    { refusals: { one_fact_per_withdrawal: () => refusals.fact_known() } },
  )
}

export function saveTodo(ctx: Context, id: string, todoId: string): void {
  ctx.tx.later(sql`UPDATE returns.withdrawal SET todo_id = ${todoId} WHERE id = ${id}`)
}
