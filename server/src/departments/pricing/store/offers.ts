import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/** What lists by price walk along, of these products: from what the shop sells and asks now. What is as it was is not written. */
export function writeOffers(ctx: Context, productIds: readonly string[]): void {
  ctx.tx.later(sql`
    WITH said AS MATERIALIZED (
      SELECT DISTINCT ON (v.product_uuid, f.currency) v.product_uuid, f.currency, f.amount, f.variant_id, p.category_uuid,
        lower(p.vendor) AS vendor
      FROM catalog.pub_product p JOIN catalog.pub_variant v ON v.product_uuid = p.product_uuid
      JOIN pricing.price f ON f.variant_id = v.variant_uuid
      WHERE p.product_uuid = ANY(${productIds}::uuid[]) AND v.sellable
      ORDER BY v.product_uuid, f.currency, f.amount, f.variant_id),
    gone AS (DELETE FROM pricing.offer o WHERE o.product_id = ANY(${productIds}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM said WHERE said.product_uuid = o.product_id AND said.currency = o.currency))
    INSERT INTO pricing.offer AS o (product_id, currency, amount, variant_id, category_id, vendor)
    SELECT product_uuid, currency, amount, variant_id, category_uuid, vendor FROM said
    ON CONFLICT (product_id, currency) DO UPDATE SET amount = excluded.amount, variant_id = excluded.variant_id,
      category_id = excluded.category_id, vendor = excluded.vendor
    WHERE (o.amount, o.variant_id, o.category_id, o.vendor)
      IS DISTINCT FROM (excluded.amount, excluded.variant_id, excluded.category_id, excluded.vendor)`)
  ctx.tx.later(sql`
    WITH said AS MATERIALIZED (
      SELECT named.list_id, named.product_uuid, min((coalesce(l.fine, f.amount * 10000) + 5000) / 10000) AS amount
      FROM (SELECT DISTINCT l.list_id, v.product_uuid FROM catalog.pub_variant v
        JOIN pricing.list_price l ON l.variant_id = v.variant_uuid AND l.from_quantity = 1
        WHERE v.product_uuid = ANY(${productIds}::uuid[]) AND v.sellable) named
      JOIN pricing.price_list c ON c.id = named.list_id
      JOIN catalog.pub_variant v ON v.product_uuid = named.product_uuid AND v.sellable
      LEFT JOIN pricing.list_price l ON l.list_id = named.list_id AND l.variant_id = v.variant_uuid AND l.from_quantity = 1
      LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = c.currency
      GROUP BY named.list_id, named.product_uuid),
    gone AS (DELETE FROM pricing.list_offer o WHERE o.product_id = ANY(${productIds}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM said WHERE said.list_id = o.list_id AND said.product_uuid = o.product_id))
    INSERT INTO pricing.list_offer AS o (list_id, product_id, amount) SELECT list_id, product_uuid, amount FROM said
    ON CONFLICT (list_id, product_id) DO UPDATE SET amount = excluded.amount WHERE o.amount <> excluded.amount`)
}
