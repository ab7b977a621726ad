import { fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import { availableOf } from './available-of.ts'
import type { CardFilter, Counter } from './product-cards.ts'
import { shownHere } from './shown-here.ts'

export interface Order {
  readonly from: Fragment
  readonly by: Fragment
  readonly id: Fragment
  /** Type of `by` when it comes back in a key. */
  readonly type: Fragment
  readonly direction: Fragment
  readonly sign: Fragment
  readonly conditions: readonly Fragment[]
  /** What only rows that fit are asked: dearer than looking whether they fit. */
  readonly last?: Fragment
  /** The same for products `p` that were found before: what is joined to them. */
  readonly beside: Fragment
  readonly isPrice?: boolean
}

const NAMES: Readonly<Record<string, Fragment>> = {
  it: trusted("lower(coalesce(p.names ->> 'it', p.names ->> 'en'))"),
  es: trusted("lower(coalesce(p.names ->> 'es', p.names ->> 'en'))"),
  id: trusted("lower(coalesce(p.names ->> 'id', p.names ->> 'en'))"),
}

export function orderOf({ order, locale, currency, collectionId }: CardFilter): Order {
  if (order === 'price' || order === 'price_down') return priceOrder(currency, order === 'price_down')
  if (order === 'chosen') return chosenOrder(collectionId)
  const byName = order === 'name'
  return {
    from: trusted('catalog.pub_product p'),
    by: byName ? (NAMES[locale] ?? trusted("lower(p.names ->> 'en')")) : trusted('p.created_at'),
    id: trusted('p.product_uuid'),
    type: trusted(byName ? 'text' : 'timestamptz'),
    direction: trusted(byName ? 'ASC' : 'DESC'),
    sign: trusted(byName ? '>' : '<'),
    conditions: [trusted("p.state = 'published'")],
    beside: trusted(''),
  }
}

/** Along a collection's own places; of no collection there is nothing. */
function chosenOrder(collectionId: string | undefined): Order {
  return {
    from: trusted('catalog.pub_collection_member m JOIN catalog.pub_product p ON p.product_uuid = m.product_uuid'),
    by: trusted('m.position'),
    id: trusted('m.product_uuid'),
    type: trusted('bigint'),
    direction: trusted('ASC'),
    sign: trusted('>'),
    conditions: [fragment`m.collection_uuid = ${collectionId ?? null}::uuid AND p.state = 'published'`],
    beside: fragment`JOIN catalog.pub_collection_member m
      ON m.product_uuid = p.product_uuid AND m.collection_uuid = ${collectionId ?? null}::uuid`,
  }
}

/** Along the prices of the currency, each product at its cheapest variant; of two equal ones the first by id. */
export function priceOrder(currency: string, descending: boolean): Order {
  return {
    from: trusted(`pricing.price f JOIN catalog.pub_variant v ON v.variant_uuid = f.variant_id
      JOIN catalog.pub_product p ON p.product_uuid = v.product_uuid`),
    by: trusted('f.amount'),
    id: trusted('f.variant_id'),
    type: trusted('bigint'),
    isPrice: true,
    direction: trusted(descending ? 'DESC' : 'ASC'),
    sign: trusted(descending ? '<' : '>'),
    conditions: [fragment`f.currency = ${currency} AND v.sellable`],
    last: fragment`NOT EXISTS (SELECT 1 FROM catalog.pub_variant o
      JOIN pricing.price q ON q.variant_id = o.variant_uuid AND q.currency = ${currency}
      WHERE o.product_uuid = v.product_uuid AND o.sellable AND (q.amount, q.variant_id) < (f.amount, f.variant_id))`,
    beside: fragment`CROSS JOIN LATERAL (SELECT q.amount, q.variant_id FROM catalog.pub_variant o
      JOIN pricing.price q ON q.variant_id = o.variant_uuid AND q.currency = ${currency}
      WHERE o.product_uuid = p.product_uuid AND o.sellable ORDER BY q.amount, q.variant_id LIMIT 1) f`,
  }
}

/** What narrows a list, each of which has an index in which its products lie together: categories, a collection, a brand. */
export function setsOf({ categoryIds, collectionId, brand }: CardFilter): Fragment[] {
  const conditions: Fragment[] = []
  if (categoryIds) {
    const [one, ...more] = categoryIds
    const ids = fragment`p.category_uuid = ANY(${categoryIds}::uuid[])`
    conditions.push(one !== undefined && more.length === 0 ? fragment`p.category_uuid = ${one}::uuid` : ids)
  }
  if (brand !== undefined) conditions.push(fragment`lower(p.vendor) = lower(${brand})`)
  if (collectionId !== undefined) {
    conditions.push(fragment`EXISTS (SELECT 1 FROM catalog.pub_collection_member l
      WHERE l.collection_uuid = ${collectionId}::uuid AND l.product_uuid = p.product_uuid)`)
  }
  return conditions
}

/** What is asked of each product by itself: which values it has, whether it is shown here, and whether it can be bought. */
export function looksOf(filter: CardFilter): Fragment[] {
  const conditions: Fragment[] = []
  for (const facets of filter.facets ?? []) conditions.push(fragment`p.facets && ${facets}::text[]`)
  if (filter.brands?.length) {
    conditions.push(fragment`lower(p.vendor) = ANY(${filter.brands.map((name) => name.toLowerCase())}::text[])`)
  }
  conditions.push(shownHere(filter, trusted('p.product_uuid')))
  if (filter.availableOnly) conditions.push(isAvailable(filter))
  return conditions
}

function isAvailable({ locationCode }: Counter): Fragment {
  const product = trusted('p.product_uuid')
  const available = availableOf(trusted('a.available'), { product, location: fragment`${locationCode}` })
  return fragment`EXISTS (SELECT 1 FROM catalog.pub_variant s
    LEFT JOIN inventory.pub_availability a ON a.variant_uuid = s.variant_uuid AND a.location_code = ${locationCode}
    WHERE s.product_uuid = p.product_uuid AND s.sellable AND ${available} > 0)`
}
