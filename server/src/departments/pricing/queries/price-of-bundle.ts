import { fragment, type Fragment } from '../../../host/database/sql.ts'

interface Asked {
  readonly product: Fragment
  readonly currency: Fragment
  /** Its own price: what has one is not asked. */
  readonly usual: Fragment
}

/**
 * What a bundle without a price of its own costs at least, as a row (amount, is_from), none for all else: of each group that must be
 * chosen the cheapest option, so often as it must be, less what the bundle takes off. As exact as the engine for a fixed bundle; of
 * others a price that begins there, since each choice has its own. A component without a price in the currency leaves it without.
 */
export function priceOfBundle({ product, currency, usual }: Asked): Fragment {
  return fragment`
    SELECT CASE b.price_way WHEN 'percent_off' THEN s.total - round(s.total * b.percent_ppm / 1000000)::bigint
        ELSE greatest(s.total - coalesce((b.amounts_off ->> ${currency}::text)::bigint, 0), 0) END AS amount, s.is_from
    FROM catalog.pub_bundle b
    CROSS JOIN LATERAL (
      SELECT sum(g.low)::bigint AS total, bool_or(g.low <> g.high) AS is_from, bool_and(g.whole) AS whole FROM (
        SELECT o.least * min(c.amount * o.quantity) AS low, o.least * max(c.amount * o.quantity) AS high,
          bool_and(c.amount IS NOT NULL) AS whole
        FROM catalog.pub_bundle_option o
        LEFT JOIN pricing.price c ON c.variant_id = o.variant_uuid AND c.currency = ${currency}
        WHERE o.bundle_uuid = b.bundle_uuid AND o.least > 0 GROUP BY o.group_position, o.least) g) s
    WHERE ${usual} IS NULL AND b.bundle_uuid = ${product} AND b.price_way <> 'own' AND s.whole`
}
