import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Movement, Statement } from '../domain/statement.ts'

/** Its id; undefined where a statement of this name is here already. */
export async function insertStatement(
  ctx: Context,
  statement: Statement,
  fileName: string,
): Promise<string | undefined> {
  const { opening, closing, movements } = statement
  const currency = (closing ?? opening)?.amount.currency ?? movements[0]?.amount.currency ?? null
  const row = await ctx.tx.row(sql<{ id: string }>`
    INSERT INTO bank.statement (id, kind, message, account, bank_id, identity, created_on, currency, opening, opening_on, closing,
      closing_on, entry_count, file_name, imported_at, imported_by)
    VALUES (${ctx.newId()}, ${statement.kind}, ${statement.message}, ${statement.account}, ${statement.bankId}, ${statement.identity},
      ${statement.createdOn}, ${currency}, ${opening?.amount.amount ?? null}, ${opening?.on ?? null}, ${closing?.amount.amount ?? null},
      ${closing?.on ?? null}, ${movements.length}, ${fileName}, ${ctx.now}, ${actorText(ctx.actor)})
    ON CONFLICT ON CONSTRAINT one_statement_per_name DO NOTHING RETURNING id`)
  return row?.id
}

/** Those that no other file told of: answers which they are, and their accounts. */
export async function insertEntries(
  ctx: Context,
  statementId: string,
  movements: readonly Movement[],
): Promise<readonly { readonly entryId: string; readonly iban: string }[]> {
  const rows = movements.map((one) => ({
    id: ctx.newId(),
    key: one.key,
    came: one.came,
    amount: String(one.amount.amount),
    currency: one.amount.currency,
    booked_on: one.bookedOn,
    value_on: one.valueOn,
    bank_reference: one.bankReference,
    end_to_end_id: one.endToEndId,
    mandate_reference: one.mandateReference,
    payment_batch: one.paymentBatch,
    structured_reference: one.structuredReference,
    remittance: one.remittance,
    party_name: one.party.name,
    party_iban_ends_on: one.party.iban.slice(-4),
    return_reason: one.returnReason,
  }))
  const inserted = await ctx.tx.rows(sql<{ id: string }>`
    INSERT INTO bank.entry (id, statement_id, key, came, amount, currency, booked_on, value_on, bank_reference, end_to_end_id,
      mandate_reference, payment_batch, structured_reference, remittance, party_name, party_iban_ends_on, return_reason)
    SELECT r.id, ${statementId}, r.key, r.came, r.amount, r.currency, r.booked_on, r.value_on, r.bank_reference, r.end_to_end_id,
      r.mandate_reference, r.payment_batch, r.structured_reference, r.remittance, r.party_name, r.party_iban_ends_on, r.return_reason
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS r (id uuid, key text, came boolean, amount bigint, currency text, booked_on date,
      value_on date, bank_reference text, end_to_end_id text, mandate_reference text, payment_batch text, structured_reference text,
      remittance text, party_name text, party_iban_ends_on text, return_reason text)
    ORDER BY r.id
    ON CONFLICT ON CONSTRAINT one_entry_per_movement DO NOTHING RETURNING id`)
  const fresh = new Set(inserted.map(({ id }) => id))
  return rows.flatMap(({ id }, index) =>
    fresh.has(id) ? [{ entryId: id, iban: movements[index]?.party.iban ?? '' }] : [],
  )
}
