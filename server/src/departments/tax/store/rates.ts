import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import type { TaxRate } from '../domain/tax-rate.ts'

export function insertRates(ctx: Context, rates: readonly TaxRate[]): void {
  // Prices are shown with tax.
  raiseContentVersion(ctx, 'tax')
  ctx.tx.later(sql`
    INSERT INTO tax.rate (country, category, ppm, valid_from, valid_to, source)
    SELECT * FROM unnest(
      ${rates.map((rate) => rate.country)}::text[], ${rates.map((rate) => rate.category)}::text[],
      ${rates.map((rate) => rate.percent.ppm)}::bigint[], ${rates.map((rate) => rate.validFrom)}::date[],
      ${rates.map((rate) => rate.validTo ?? null)}::date[], ${rates.map((rate) => rate.source)}::text[])
    ON CONFLICT (country, category, valid_from) DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source`)
}
