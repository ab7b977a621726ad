import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, trusted, type Fragment } from '../../../host/database/sql.ts'
import type { CollectionCondition, CollectionRule } from '../../catalog/index.ts'

/** Whose stock and whose prices count, for who is narrowed to some; all of them where nothing is said. */
export interface RuleReach {
  readonly locations?: readonly string[] | undefined
  readonly currencies?: readonly string[] | undefined
}

interface Looking {
  readonly now: Date
  readonly reach?: RuleReach | undefined
}

export interface FoundByRule {
  readonly id: string
  readonly createdAt: Date
}

/**
 * The products in the shop that a rule of the catalogue means, the newest first: one query, whatever the rule says, in which each
 * condition is a set that an index yields. It stands here because prices and stock do; the catalogue, below, knows neither.
 */
export function listProductsOfRule(
  reader: Pick<Database, 'rows'>,
  rule: CollectionRule,
  { limit, ...looking }: Looking & { readonly limit?: number },
): Promise<FoundByRule[]> {
  return reader.rows(adHoc<FoundByRule>`
    SELECT p.product_uuid AS id, p.created_at AS "createdAt" FROM catalog.pub_product p
    WHERE p.state = 'published' AND ${whereOf(rule, looking)}
    ORDER BY p.created_at DESC, p.product_uuid DESC
    ${limit === undefined ? trusted('') : fragment`LIMIT ${limit}`}`)
}

const MOST_COUNTED = 10_000

/** How many those are; `capped` where there are more than are counted. */
export async function countProductsOfRule(
  reader: Pick<Database, 'rows'>,
  rule: CollectionRule,
  looking: Looking,
): Promise<{ readonly count: number; readonly capped: boolean }> {
  const [row] = await reader.rows(adHoc<{ count: number }>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM catalog.pub_product p WHERE p.state = 'published' AND ${whereOf(rule, looking)} LIMIT ${MOST_COUNTED + 1}) found`)
  const count = row?.count ?? 0
  return { count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED }
}

/** Of `catalog.pub_product p`. */
function whereOf({ match, conditions }: CollectionRule, looking: Looking): Fragment {
  const all = conditions.map((condition) => fragment`(${isSuch(condition, looking)})`)
  return all.length === 0 ? trusted('false') : fragment`(${joined(all, match === 'all' ? ' AND ' : ' OR ')})`
}

function isSuch(condition: CollectionCondition, { now, reach }: Looking): Fragment {
  if ('currency' in condition && reach?.currencies?.includes(condition.currency) === false) return trusted('false')
  switch (condition.kind) {
    case 'category':
      return fragment`p.category_uuid IN (
        SELECT w.category_uuid FROM catalog.pub_category_way w WHERE w.ids && ${condition.categories}::text[])`
    case 'brand':
      return fragment`lower(p.vendor) = ANY(${condition.brands.map((brand) => brand.toLowerCase())}::text[])`
    case 'label':
      return fragment`p.tags && ${condition.labels}::text[]`
    case 'attribute':
      return fragment`p.facets && ${condition.values.map((value) => `${condition.attribute}=${value}`)}::text[]`
    case 'price':
      return costs(condition)
    case 'reduced':
      return fragment`p.product_uuid IN (
        SELECT v.product_uuid FROM pricing.price f JOIN catalog.pub_variant v ON v.variant_uuid = f.variant_id
        WHERE f.currency = ${condition.currency} AND f.compare_at > f.amount AND v.sellable)`
    case 'created':
      return fragment`p.created_at > ${now}::timestamptz - make_interval(days => ${condition.withinDays}::int)`
    default:
      return fragment`p.product_uuid IN (
        SELECT v.product_uuid FROM inventory.pub_availability a JOIN catalog.pub_variant v ON v.variant_uuid = a.variant_uuid
        WHERE v.sellable AND ${ofLocations(reach?.locations)} GROUP BY v.product_uuid HAVING sum(a.available) >= ${condition.atLeast})`
  }
}

function ofLocations(locations: readonly string[] | undefined): Fragment {
  return locations === undefined ? trusted('true') : fragment`a.location_code = ANY(${locations}::text[])`
}

/** Its cheapest variant: one at most that dear, none cheaper than the least. */
function costs({ currency, atLeast, atMost }: Extract<CollectionCondition, { kind: 'price' }>): Fragment {
  const priced = (bound: Fragment) => fragment`(
    SELECT v.product_uuid FROM pricing.price f JOIN catalog.pub_variant v ON v.variant_uuid = f.variant_id
    WHERE f.currency = ${currency} AND v.sellable AND ${bound})`
  const some = atMost === null ? trusted('true') : fragment`f.amount <= ${atMost}`
  const within = fragment`p.product_uuid IN ${priced(some)}`
  return atLeast === null
    ? within
    : fragment`${within} AND p.product_uuid NOT IN ${priced(fragment`f.amount < ${atLeast}`)}`
}
