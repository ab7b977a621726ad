import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { chart } from '../domain/chart.ts'
import type { Entry, Posting } from '../domain/entry.ts'

/**
 * Makes the accounts that do not exist yet, ordered, so that two first postings never wait for each other in a ring. Asked
 * every time: finding them there costs an index probe each, and a memory of them could outlive the database it was of.
 */
export function ensureAccounts(ctx: Context, entityId: string, postings: readonly Posting[]): void {
  ctx.tx.later(sql`
    INSERT INTO ledger.account (id, entity_id, code, kind, currency, created_at)
    SELECT DISTINCT ON (code, currency) id, ${entityId}::uuid, code, kind, currency, ${ctx.now}::timestamptz
    FROM unnest(
      ${postings.map(() => ctx.newId())}::uuid[], ${postings.map((p) => p.account)}::text[],
      ${postings.map((p) => chart[p.account])}::text[], ${postings.map((p) => p.amount.currency)}::text[]
    ) AS account(id, code, kind, currency)
    ORDER BY code, currency
    ON CONFLICT (entity_id, code, currency) DO NOTHING`)
}

/** Accounts are found by code inside the statement, so that posting costs no read. */
export function insertEntry(ctx: Context, id: string, entry: Entry, postings: readonly Posting[]): void {
  ctx.tx.later(sql`
    INSERT INTO ledger.entry (id, entity_id, kind, ref, about, effective_on, recorded_at, reverses)
    VALUES (${id}, ${entry.entityId}, ${entry.kind}, ${entry.ref}, ${entry.about}, ${entry.effectiveOn}, ${ctx.now},
      ${entry.reverses ?? null})`)
  ctx.tx.later(sql`
    INSERT INTO ledger.posting (entry_id, position, account_id, amount, currency, base_amount)
    SELECT ${id}::uuid, p.position, a.id, p.amount, p.currency, p.base_amount
    FROM unnest(
      ${postings.map((_, index) => index)}::smallint[], ${postings.map((p) => p.account)}::text[],
      ${postings.map((p) => p.amount.amount)}::bigint[], ${postings.map((p) => p.amount.currency)}::text[],
      ${postings.map((p) => (p.baseAmount ?? p.amount).amount)}::bigint[]
    ) AS p(position, code, amount, currency, base_amount)
    LEFT JOIN ledger.account a ON a.entity_id = ${entry.entityId}::uuid AND a.code = p.code AND a.currency = p.currency`)
}
