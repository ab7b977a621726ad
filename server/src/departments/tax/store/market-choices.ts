import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'

export interface StoredChoices {
  /** Zero where the market has said nothing yet. */
  readonly version: number
  readonly choices: Readonly<Record<string, string>>
}

/** Undefined where there is no such market. */
export async function lockMarketChoices(ctx: Context, market: string): Promise<StoredChoices | undefined> {
  // A market that has said nothing has no row to lock.
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`tax choices ${market}`}, 0))`)
  return ctx.tx.row(sql<StoredChoices>`
    SELECT coalesce(c.version, 0) AS version, coalesce(c.choices, '{}') AS choices
    FROM organisation.pub_market m LEFT JOIN tax.market_choice c ON c.market_code = m.code WHERE m.code = ${market}`)
}

export function saveMarketChoices(ctx: Context, market: string, choices: Readonly<Record<string, string>>): void {
  raiseContentVersion(ctx, 'tax')
  ctx.tx.later(sql`
    INSERT INTO tax.market_choice (market_code, choices, version) VALUES (${market}, ${jsonText(choices)}, 1)
    ON CONFLICT (market_code) DO UPDATE SET choices = excluded.choices, version = tax.market_choice.version + 1`)
}
