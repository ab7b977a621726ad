import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { TaxCategory } from '../queries/list-categories.ts'

export function lockCategory(ctx: Context, code: string): Promise<TaxCategory | undefined> {
  return ctx.tx.row(sql<TaxCategory>`SELECT code, names, version FROM tax.category WHERE code = ${code} FOR UPDATE`)
}

export function insertCategory(ctx: Context, code: string, names: Readonly<Record<string, string>>): void {
  ctx.tx.later(sql`INSERT INTO tax.category (code, names) VALUES (${code}, ${jsonText(names)}::jsonb)`, {
    refusals: { category_pkey: () => hostRefusals.version_conflict() },
  })
}

export function updateCategory(ctx: Context, code: string, names: Readonly<Record<string, string>>): void {
  ctx.tx.later(sql`
    UPDATE tax.category SET names = ${jsonText(names)}::jsonb, version = version + 1 WHERE code = ${code}`)
}
