import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { StoredRule } from '../queries/rules.ts'

export async function lockRule(ctx: Context, market: string): Promise<StoredRule | undefined> {
  return ctx.tx.row(sql<StoredRule>`
    SELECT market_code AS market, valid_months AS "validMonths", version FROM gift_cards.rule
    WHERE market_code = ${market} FOR UPDATE`)
}

export function saveRule(ctx: Context, { market, validMonths, version }: StoredRule): void {
  if (version === 1) {
    ctx.tx.later(sql`INSERT INTO gift_cards.rule (market_code, valid_months) VALUES (${market}, ${validMonths})`, {
      refusals: { rule_pkey: () => hostRefusals.version_conflict() },
    })
  } else {
    ctx.tx.later(sql`
      UPDATE gift_cards.rule SET valid_months = ${validMonths}, version = ${version} WHERE market_code = ${market}`)
  }
}
