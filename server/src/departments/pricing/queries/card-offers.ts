import { fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import { availableOf } from './available-of.ts'
import { listedPrice } from './listed-price.ts'
import type { LiveList } from './live-price-lists.ts'
import { priceOfBundle } from './price-of-bundle.ts'
import type { Counter } from './product-cards.ts'

/** What a card says of a product's price and pieces, as the database answers it. */
export interface OfferRow {
  readonly amount: bigint | null
  readonly fine: bigint | null
  readonly compare_at: bigint | null
  readonly variant_id: string | null
  readonly is_from: boolean
  readonly available: bigint
}

/** Of one product, as a subquery of one row. */
export function offerOf({ currency, locationCode }: Counter, lists: readonly LiveList[], product: Fragment): Fragment {
  const bundled = priceOfBundle({
    product: trusted('v.product_uuid'),
    currency: fragment`${currency}`,
    usual: trusted('f.amount'),
  })
  if (lists.length === 0) {
    return fragment`
      SELECT min(u.amount) AS amount, min(u.amount) * 10000 AS fine,
        (array_agg(f.compare_at ORDER BY u.amount, v.position))[1] AS compare_at,
        (array_agg(v.variant_id ORDER BY u.amount, v.position))[1] AS variant_id,
        coalesce(min(u.amount) < max(u.amount) OR bool_or(b.is_from), false) AS is_from,
        coalesce(sum(${availableOf(trusted('a.available'), { product: trusted('v.product_uuid'), location: fragment`${locationCode}` })})
          FILTER (WHERE u.amount IS NOT NULL), 0)::bigint AS available
      FROM catalog.pub_variant v
      LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = ${currency}
      LEFT JOIN LATERAL (${bundled}) b ON true
      CROSS JOIN LATERAL (SELECT coalesce(f.amount, b.amount) AS amount) u
      LEFT JOIN inventory.pub_availability a ON a.variant_uuid = v.variant_uuid AND a.location_code = ${locationCode}
      WHERE v.product_uuid = ${product} AND v.sellable`
  }
  return fragment`
    SELECT min(q.amount) AS amount, min(q.fine) AS fine, (array_agg(q.compare_at ORDER BY q.fine, v.position))[1] AS compare_at,
      (array_agg(v.variant_id ORDER BY q.fine, v.position))[1] AS variant_id,
      coalesce(min(q.fine) < max(q.fine) OR bool_or(b.is_from), false) AS is_from,
      coalesce(sum(${availableOf(trusted('a.available'), { product: trusted('v.product_uuid'), location: fragment`${locationCode}` })})
        FILTER (WHERE q.fine IS NOT NULL), 0)::bigint AS available
    FROM catalog.pub_variant v
    LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = ${currency}
    LEFT JOIN LATERAL (${listedPrice(lists, trusted('v.variant_uuid'), trusted('f.amount'))}) one ON true
    LEFT JOIN LATERAL (${bundled}) b ON one.fine IS NULL
    CROSS JOIN LATERAL (SELECT coalesce(one.fine, coalesce(f.amount, b.amount) * 10000) AS fine) r
    CROSS JOIN LATERAL (SELECT r.fine, ${shown(trusted('r.fine'))} AS amount, CASE WHEN one.fine IS NULL THEN f.compare_at
      WHEN one.announced AND f.amount * 10000 > r.fine AND f.amount > ${shown(trusted('r.fine'))} THEN f.amount END AS compare_at) q
    LEFT JOIN inventory.pub_availability a ON a.variant_uuid = v.variant_uuid AND a.location_code = ${locationCode}
    WHERE v.product_uuid = ${product} AND v.sellable`
}

/** Ten-thousandths as whole minor units, the half up. */
export const shown = (fine: Fragment): Fragment => fragment`((${fine} + 5000) / 10000)`
