import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { StoredRule } from '../queries/rules.ts'

export async function lockRule(ctx: Context, market: string): Promise<StoredRule | undefined> {
  return ctx.tx.row(sql<StoredRule>`
    SELECT market_code AS market, issued, for_persons AS "forPersons", version FROM documents.rule
    WHERE market_code = ${market} FOR UPDATE`)
}

export function saveRule(ctx: Context, { market, issued, forPersons, version }: StoredRule): void {
  if (version === 1) {
    ctx.tx.later(
      sql`INSERT INTO documents.rule (market_code, issued, for_persons) VALUES (${market}, ${issued}, ${forPersons})`,
      { refusals: { rule_pkey: () => hostRefusals.version_conflict() } },
    )
  } else {
    ctx.tx.later(sql`
      UPDATE documents.rule SET issued = ${issued}, for_persons = ${forPersons}, version = ${version}
      WHERE market_code = ${market}`)
  }
}
