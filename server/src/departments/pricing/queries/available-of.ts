import { fragment, type Fragment } from '../../../host/database/sql.ts'

/**
 * Pieces of a variant that can be sold from a location. `counted` is what lies there, null where nothing was ever stocked: then it
 * may be a bundle, of which there are as many as the scarcest group of its components allows. Asked for only then, so that goods
 * on a shelf cost no look more. A component that two groups share is counted for each, as a choice of the one or the other; the
 * basket counts exactly. What lies on no shelf (`needsDelivery`) never runs out.
 */
export function availableOf(
  counted: Fragment,
  { product, location }: { readonly product: Fragment; readonly location: Fragment },
): Fragment {
  return fragment`coalesce(${counted}, (
    SELECT min(g.possible)::bigint FROM (
      SELECT floor(sum(CASE WHEN NOT o.sellable THEN 0 WHEN o.stocked THEN coalesce(s.available, 0) / o.quantity ELSE 999999 END) / o.least) AS possible
      FROM catalog.pub_bundle_option o
      LEFT JOIN inventory.pub_availability s ON s.variant_uuid = o.variant_uuid AND s.location_code = ${location}
      WHERE o.bundle_uuid = ${product} AND o.least > 0 GROUP BY o.group_position, o.least) g),
    (SELECT 999999 FROM catalog.pub_kind k WHERE k.product_uuid = ${product} AND k.kind IN ('digital', 'service', 'gift_card')))`
}
