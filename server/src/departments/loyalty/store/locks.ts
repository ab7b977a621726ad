import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Account } from '../queries/read-accounts.ts'

/** One customer's points in one programme, held until the transaction ends: whoever changes them comes after who does already. */
export function lockAccount(ctx: Context, accountId: string): Promise<Account | undefined> {
  return ctx.tx.row(sql<Account>`
    SELECT id, customer_id AS "customerId", market_code AS market, entity_id AS "entityId", currency, balance, pending
    FROM loyalty.account WHERE id = ${accountId} FOR UPDATE`)
}

export interface AccountKey {
  readonly customerId: string
  readonly market: string
  readonly entityId: string
  readonly currency: string
}

/** The same by whose it is; made where there was none. */
export async function lockAccountOf(ctx: Context, key: AccountKey): Promise<Account> {
  const { customerId, market, entityId, currency } = key
  ctx.tx.later(sql`
    INSERT INTO loyalty.account (id, customer_id, market_code, entity_id, currency, opened_at)
    VALUES (${ctx.newId()}, ${customerId}, ${market}, ${entityId}, ${currency}, ${ctx.now})
    ON CONFLICT ON CONSTRAINT one_account_per_customer DO NOTHING`)
  const row = await ctx.tx.row(sql<Account>`
    SELECT id, customer_id AS "customerId", market_code AS market, entity_id AS "entityId", currency, balance, pending
    FROM loyalty.account WHERE customer_id = ${customerId} AND market_code = ${market} AND entity_id = ${entityId}
      AND currency = ${currency} FOR UPDATE`)
  if (!row) throw new Error(`the account of points of ${customerId} in ${market} is not there`)
  return row
}

/** Who changes a market's programme waits for who does already, also for the first of it. */
export function lockProgramme(ctx: Context, market: string): void {
  ctx.tx.later(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`loyalty programme ${market}`}, 0))`)
}
