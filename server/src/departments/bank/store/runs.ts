import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { RunState } from '../domain/run.ts'
import { findRun, type Run, type RunAccount } from '../queries/read-runs.ts'

export interface RunToInsert {
  readonly id: string
  readonly kind: Run['kind']
  readonly method: string
  readonly account: RunAccount
  readonly message: string
  readonly items: number
  readonly total: bigint
  readonly firstOn: LocalDate
}

/** Answers its number, by which people and the bank call it. */
export async function insertRun(ctx: Context, run: RunToInsert): Promise<string> {
  const row = await ctx.tx.row(sql<{ number: string }>`
    INSERT INTO bank.payment_run (id, kind, method, account, message, items, total, currency, first_on, made_at, made_by)
    VALUES (${run.id}, ${run.kind}, ${run.method}, ${jsonText(run.account)}::jsonb, ${run.message}, ${run.items}, ${run.total}, 'EUR',
      ${run.firstOn}, ${ctx.now}, ${actorText(ctx.actor)})
    RETURNING number::text`)
  return row?.number ?? ''
}

/** Held until the transaction ends: before what is in it (docs/lock-order.md). */
export async function lockRun(ctx: Context, id: string): Promise<Run | undefined> {
  if (!isUuid(id)) return undefined
  await ctx.tx.rows(sql`SELECT 1 FROM bank.payment_run WHERE id = ${id} FOR UPDATE`)
  return findRun(ctx.tx, id)
}

export function saveHash(ctx: Context, id: string, sha256: string): void {
  ctx.tx.later(sql`UPDATE bank.payment_run SET sha256 = ${sha256} WHERE id = ${id}`)
}

export function saveRunState(ctx: Context, id: string, state: RunState, because: string | null = null): void {
  ctx.tx.later(sql`
    UPDATE bank.payment_run SET state = ${state}, ended_because = ${because}, version = version + 1,
      sent_at = CASE WHEN ${state}::text = 'sent' THEN ${ctx.now}::timestamptz ELSE sent_at END
    WHERE id = ${id}`)
}

export interface PlacedDebit {
  readonly id: string
  readonly batch: string
  readonly collectsOn: LocalDate
}

export function putIntoRun(ctx: Context, runId: string, debits: readonly PlacedDebit[]): void {
  ctx.tx.later(sql`
    UPDATE bank.direct_debit d SET state = 'in_run', run_id = ${runId}, batch = r.batch, collects_on = r."collectsOn", version = version + 1
    FROM jsonb_to_recordset(${jsonText(debits)}::jsonb) AS r (id uuid, batch text, "collectsOn" date) WHERE d.id = r.id AND d.state = 'due'`)
}

/** What was in a file that never went waits again. */
export function freeDebitsOfRun(ctx: Context, runId: string): void {
  ctx.tx.later(sql`
    UPDATE bank.direct_debit SET state = 'due', run_id = NULL, batch = NULL, collects_on = NULL, version = version + 1
    WHERE run_id = ${runId} AND state = 'in_run'`)
}
