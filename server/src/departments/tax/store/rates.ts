import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import { USUAL_TAX, type TaxRate } from '../domain/tax-rate.ts'

export function insertRates(ctx: Context, rates: readonly TaxRate[]): void {
  // Prices are shown with tax.
  raiseContentVersion(ctx, 'tax')
  ctx.tx.later(sql`
    INSERT INTO tax.rate (country, zone_code, category, tax, compound, ppm, valid_from, valid_to, source)
    SELECT * FROM unnest(
      ${rates.map((rate) => rate.country)}::text[], ${rates.map((rate) => rate.zone ?? '')}::text[],
      ${rates.map((rate) => rate.category)}::text[], ${rates.map((rate) => rate.tax ?? USUAL_TAX)}::text[],
      ${rates.map((rate) => rate.compound ?? false)}::boolean[],
      ${rates.map((rate) => rate.percent.ppm)}::bigint[], ${rates.map((rate) => rate.validFrom)}::date[],
      ${rates.map((rate) => rate.validTo ?? null)}::date[], ${rates.map((rate) => rate.source)}::text[])
    ON CONFLICT (country, zone_code, category, tax, valid_from) DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source`)
}
