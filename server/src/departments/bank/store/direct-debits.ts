import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'

export interface MandateToInsert {
  readonly id: string
  readonly reference: string
  readonly orderId: string
  readonly method: string
  readonly creditorId: string
  readonly creditorName: string
  readonly holder: string
  readonly ibanSealed: string | null
  readonly ibanEndsOn: string
  readonly text: string
  readonly textVersion: string
  readonly locale: string
  readonly device: string
  readonly signedOn: LocalDate
}

export function insertMandate(ctx: Context, mandate: MandateToInsert): void {
  ctx.tx.later(sql`
    INSERT INTO bank.mandate (id, reference, order_id, method, creditor_id, creditor_name, holder, iban_sealed, iban_ends_on, kind, text,
      text_version, locale, device, signed_at, signed_on)
    VALUES (${mandate.id}, ${mandate.reference}, ${mandate.orderId}, ${mandate.method}, ${mandate.creditorId}, ${mandate.creditorName},
      ${mandate.holder}, ${mandate.ibanSealed}, ${mandate.ibanEndsOn}, 'one_off', ${mandate.text}, ${mandate.textVersion}, ${mandate.locale},
      ${mandate.device}, ${ctx.now}, ${mandate.signedOn})`)
}

export interface DebitToInsert {
  readonly id: string
  readonly mandateId: string
  readonly orderId: string
  readonly paymentId: string
  readonly attempt: number
  readonly amount: bigint
  readonly dueOn: LocalDate
  readonly endToEndId: string
  readonly holder: string
  readonly reference: string
  readonly orderNumber: string
}

/** What somebody else collects already is not collected twice. */
const taken = () => refusals.debit_ended()

export function insertDebit(ctx: Context, debit: DebitToInsert): void {
  ctx.tx.later(
    sql`
    INSERT INTO bank.direct_debit (id, mandate_id, order_id, payment_id, attempt, amount, currency, due_on, announced_at, end_to_end_id, words, created_at)
    VALUES (${debit.id}, ${debit.mandateId}, ${debit.orderId}, ${debit.paymentId}, ${debit.attempt}, ${debit.amount}, 'EUR', ${debit.dueOn},
      ${ctx.now}, ${debit.endToEndId}, ${`${debit.holder} ${debit.reference} ${debit.orderNumber}`.toLowerCase()}, ${ctx.now})`,
    {
      refusals: {
        one_debit_per_end_to_end_id: taken,
        one_try_of_this_number: taken,
        one_live_debit_per_payment: taken,
      },
    },
  )
}

/** The debit, held until the transaction ends; behind the bank's entry and before its order (docs/lock-order.md). */
export async function lockDebit(ctx: Context, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  return (await ctx.tx.row(sql`SELECT 1 FROM bank.direct_debit WHERE id = ${id} FOR UPDATE`)) !== undefined
}

export interface DebitChange {
  readonly state: 'due' | 'in_run' | 'collected' | 'rejected' | 'returned' | 'cancelled'
  readonly bookedOn?: LocalDate
  readonly reason?: string
  readonly fee?: bigint
  readonly returnId?: string
}

/** Moves one that is held under lock. */
export function saveDebit(ctx: Context, id: string, { state, bookedOn, reason, fee, returnId }: DebitChange): void {
  const over = state === 'rejected' || state === 'returned' || state === 'cancelled'
  ctx.tx.later(sql`
    UPDATE bank.direct_debit SET state = ${state}, booked_on = coalesce(${bookedOn ?? null}::date, booked_on), reason = ${reason ?? null},
      fee = fee + ${fee ?? 0n}, return_id = coalesce(${returnId ?? null}::uuid, return_id), ended_at = ${over ? ctx.now : null}, version = version + 1
    WHERE id = ${id}`)
}

/** Another amount, and so another announcement, for one that waits. */
export function announceAnew(ctx: Context, id: string, { amount, dueOn }: { amount: bigint; dueOn: LocalDate }): void {
  ctx.tx.later(sql`
    UPDATE bank.direct_debit SET amount = ${amount}, due_on = greatest(due_on, ${dueOn}::date), announced_at = ${ctx.now}, version = version + 1
    WHERE id = ${id}`)
}

export function saveDebitTodo(ctx: Context, id: string, todoId: string | null): void {
  ctx.tx.later(sql`UPDATE bank.direct_debit SET todo_id = ${todoId} WHERE id = ${id}`)
}

export function noteMandateUsed(ctx: Context, id: string, on: LocalDate): void {
  ctx.tx.later(sql`UPDATE bank.mandate SET last_used_on = greatest(last_used_on, ${on}::date) WHERE id = ${id}`)
}

/** True where this call revoked it. What waited under it is not collected any more. */
export async function revokeMandateRow(ctx: Context, id: string, because: string): Promise<boolean> {
  const row = await ctx.tx.row(sql`
    UPDATE bank.mandate SET revoked_at = ${ctx.now}, revoked_because = ${because} WHERE id = ${id} AND revoked_at IS NULL RETURNING id`)
  ctx.tx.later(sql`
    UPDATE bank.direct_debit SET state = 'cancelled', ended_at = ${ctx.now}, version = version + 1 WHERE mandate_id = ${id} AND state = 'due'`)
  return row !== undefined
}
