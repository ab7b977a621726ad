import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export interface CostRow {
  readonly variant_id: string
  readonly entity_id: string
  readonly amount: bigint
  readonly currency: string
}

export interface CostToSave {
  readonly variantId: string
  readonly entityId: string
  readonly amount: bigint | null
  readonly currency: string
}

export const costKey = (variantId: string, entityId: string) => `${variantId} ${entityId}`

export async function lockCosts(ctx: Context, variantIds: readonly string[]): Promise<Map<string, CostRow>> {
  const rows = await ctx.tx.rows(sql<CostRow>`
    SELECT variant_id, entity_id, amount, currency FROM pricing.cost WHERE variant_id = ANY(${variantIds}::uuid[])
    ORDER BY variant_id, entity_id FOR UPDATE`)
  return new Map(rows.map((row) => [costKey(row.variant_id, row.entity_id), row]))
}

/** What ends now is kept; what has no amount ends and nothing begins. */
export function saveCosts(ctx: Context, costs: readonly CostToSave[]): void {
  const ids = costs.map(({ variantId }) => variantId)
  const entities = costs.map(({ entityId }) => entityId)
  ctx.tx.later(sql`
    INSERT INTO pricing.cost_past (variant_id, entity_id, from_at, until_at, amount, currency)
    SELECT c.variant_id, c.entity_id, c.since, ${ctx.now}::timestamptz, c.amount, c.currency
    FROM pricing.cost c JOIN unnest(${ids}::uuid[], ${entities}::uuid[]) AS gone(variant_id, entity_id)
      USING (variant_id, entity_id)
    WHERE c.since < ${ctx.now}::timestamptz
    ON CONFLICT DO NOTHING`)
  const taken = costs.filter(({ amount }) => amount === null)
  if (taken.length > 0) {
    ctx.tx.later(sql`
      DELETE FROM pricing.cost c USING unnest(${taken.map(({ variantId }) => variantId)}::uuid[],
        ${taken.map(({ entityId }) => entityId)}::uuid[]) AS gone(variant_id, entity_id)
      WHERE c.variant_id = gone.variant_id AND c.entity_id = gone.entity_id`)
  }
  const kept = costs.filter(({ amount }) => amount !== null)
  if (kept.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO pricing.cost (variant_id, entity_id, amount, currency, since)
    SELECT variant_id, entity_id, amount, currency, ${ctx.now}::timestamptz FROM unnest(
      ${kept.map(({ variantId }) => variantId)}::uuid[], ${kept.map(({ entityId }) => entityId)}::uuid[],
      ${kept.map(({ amount }) => amount)}::bigint[], ${kept.map(({ currency }) => currency)}::text[]
    ) AS cost(variant_id, entity_id, amount, currency)
    ORDER BY variant_id, entity_id
    ON CONFLICT (variant_id, entity_id) DO UPDATE SET amount = excluded.amount, currency = excluded.currency,
      since = excluded.since`)
}
