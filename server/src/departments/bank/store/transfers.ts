import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'

export interface TransferToInsert {
  readonly id: string
  readonly refundId: string
  readonly orderId: string
  readonly runId: string
  readonly amount: string
  readonly name: string
  readonly ibanSealed: string | null
  readonly ibanEndsOn: string
  readonly remittance: string
  readonly endToEndId: string
  readonly batch: string
}

export function insertTransfers(ctx: Context, transfers: readonly TransferToInsert[]): void {
  ctx.tx.later(
    sql`
    INSERT INTO bank.transfer (id, refund_id, order_id, run_id, amount, currency, name, iban_sealed, iban_ends_on, remittance, end_to_end_id, batch)
    SELECT r.id, r."refundId", r."orderId", r."runId", r.amount, 'EUR', r.name, r."ibanSealed", r."ibanEndsOn", r.remittance, r."endToEndId", r.batch
    FROM jsonb_to_recordset(${jsonText(transfers)}::jsonb) AS r (id uuid, "refundId" uuid, "orderId" uuid, "runId" uuid, amount bigint, name text,
      "ibanSealed" uuid, "ibanEndsOn" text, remittance text, "endToEndId" text, batch text)`,
    // Somebody else put them into a file at the same moment.
    { refusals: { one_live_transfer_per_refund: () => refusals.nothing_due({ field: 'method' }) } },
  )
}

export function dropTransfersOfRun(ctx: Context, runId: string): void {
  ctx.tx.later(sql`UPDATE bank.transfer SET state = 'dropped' WHERE run_id = ${runId} AND state = 'in_run'`)
}

/** Those of a file that wait for the bank, held until the transaction ends, ordered by id. */
export async function lockTransfers(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx.rows(sql<{ id: string }>`
    SELECT id FROM bank.transfer WHERE id = ANY(${ids}::uuid[]) AND state = 'in_run' ORDER BY id FOR UPDATE`)
  return new Set(rows.map(({ id }) => id))
}

export function savePaidTransfer(ctx: Context, id: string, paidOn: LocalDate): void {
  ctx.tx.later(sql`UPDATE bank.transfer SET state = 'paid', paid_on = ${paidOn} WHERE id = ${id}`)
}
