import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PriceToSet } from '../domain/price-to-set.ts'

export interface PriceRow {
  readonly variant_id: string
  readonly currency: string
  readonly amount: bigint
  readonly compare_at: bigint | null
}

export const keyOf = (variantId: string, currency: string) => `${variantId} ${currency}`

export async function lockPrices(ctx: Context, prices: readonly PriceToSet[]): Promise<Map<string, PriceRow>> {
  const rows = await ctx.tx.rows(sql<PriceRow>`
    SELECT variant_id, currency, amount, compare_at FROM pricing.price
    WHERE variant_id = ANY(${prices.map((price) => price.variantId)}::uuid[])
    ORDER BY variant_id, currency FOR UPDATE`)
  return new Map(rows.map((row) => [keyOf(row.variant_id, row.currency), row]))
}

export function savePrices(ctx: Context, changed: readonly PriceToSet[]): void {
  keepPastPrices(ctx, changed)
  ctx.tx.later(sql`
    INSERT INTO pricing.price (variant_id, currency, amount, compare_at, updated_at)
    SELECT variant_id, currency, amount, compare_at, ${ctx.now}::timestamptz FROM unnest(
      ${changed.map((price) => price.variantId)}::uuid[], ${changed.map((price) => price.currency)}::text[],
      ${changed.map((price) => price.amount)}::bigint[], ${changed.map((price) => price.compareAt ?? null)}::bigint[]
    ) AS price(variant_id, currency, amount, compare_at)
    ORDER BY variant_id, currency
    ON CONFLICT (variant_id, currency) DO UPDATE SET amount = excluded.amount, compare_at = excluded.compare_at,
      version = pricing.price.version + 1, updated_at = excluded.updated_at`)
  raiseContentVersion(ctx, 'catalog')
}

/** What ends now was shown until now: reductions are measured against it. */
function keepPastPrices(ctx: Context, changed: readonly PriceToSet[]): void {
  ctx.tx.later(sql`
    INSERT INTO pricing.price_past (variant_id, currency, from_at, until_at, amount, compare_at)
    SELECT p.variant_id, p.currency, p.updated_at, ${ctx.now}::timestamptz, p.amount, p.compare_at
    FROM pricing.price p JOIN unnest(${changed.map((price) => price.variantId)}::uuid[],
      ${changed.map((price) => price.currency)}::text[]) AS gone(variant_id, currency) USING (variant_id, currency)
    WHERE p.updated_at < ${ctx.now}::timestamptz
    ON CONFLICT DO NOTHING`)
}
