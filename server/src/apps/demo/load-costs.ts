import { setCosts } from '../../departments/pricing/index.ts'
import type { Context } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** Of a price, by the variants in turn, per cent: craft earns more than what is bought in. */
const SHARES = [38n, 42n, 45n, 51n, 56n] as const

/** What the goods of the village cost, but for every ninth, of which nobody knows it yet. Once, however often it is run. */
export async function loadCosts(ctx: Context): Promise<Result<void>> {
  const rows = await ctx.tx.rows(sql<{ variantId: string; amount: bigint }>`
    SELECT p.variant_id AS "variantId", p.amount FROM pricing.pub_price p
    JOIN catalog.pub_variant v ON v.variant_id = p.variant_id LEFT JOIN catalog.pub_kind k ON k.product_uuid = v.product_uuid
    WHERE p.currency = 'EUR' AND coalesce(k.kind, 'physical') = 'physical'
      AND NOT EXISTS (SELECT 1 FROM pricing.pub_cost) ORDER BY v.sku`)
  const set = await setCosts(
    ctx,
    rows.flatMap(({ variantId, amount }, at) =>
      at % 9 === 8 ? [] : [{ variantId, cost: money((amount * (SHARES[at % SHARES.length] ?? 50n)) / 122n, 'EUR') }],
    ),
  )
  return set.ok ? ok() : set
}
