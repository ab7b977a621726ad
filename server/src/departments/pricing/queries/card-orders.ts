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
  /** Where the order's index holds a set together, so that it is walked alone. */
  readonly within?: Fragment
}

const NAMES: Readonly<Record<string, Fragment>> = {
  it: trusted("lower(coalesce(p.names ->> 'it', p.names ->> 'en'))"),
  es: trusted("lower(coalesce(p.names ->> 'es', p.names ->> 'en'))"),
  id: trusted("lower(coalesce(p.names ->> 'id', p.names ->> 'en'))"),
}

export function orderOf(filter: CardFilter, areOffersKept: boolean): Order {
  const { order, locale, collectionId } = filter
  if (order === 'price' || order === 'price_down') return byPrice(filter, areOffersKept)
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

/** Along what is kept for it; while something of that waits, along the prices themselves. */
export function byPrice(filter: CardFilter, areOffersKept: boolean): Order {
  const descending = filter.order === 'price_down'
  return areOffersKept ? offerOrder(filter, descending) : priceOrder(filter.currency, descending)
}

/** Along `offer`: one row for each product that is on sale, those of a category or of a brand together. */
function offerOrder({ currency, categoryIds, brand }: CardFilter, descending: boolean): Order {
  const [category, ...more] = categoryIds ?? []
  const ofCategory = category === undefined || more.length > 0 ? undefined : fragment`f.category_id = ${category}::uuid`
  const within = ofCategory ?? (brand === undefined ? undefined : fragment`f.vendor = lower(${brand})`)
  return {
    from: trusted('pricing.offer f JOIN catalog.pub_product p ON p.product_uuid = f.product_id'),
    by: trusted('f.amount'),
    id: trusted('f.variant_id'),
    type: trusted('bigint'),
    isPrice: true,
    direction: trusted(descending ? 'DESC' : 'ASC'),
    sign: trusted(descending ? '<' : '>'),
    conditions: [fragment`f.currency = ${currency}`, ...(within ? [within] : [])],
    beside: fragment`JOIN pricing.offer f ON f.product_id = p.product_uuid AND f.currency = ${currency}`,
    ...(within && { within }),
  }
}

/** Along what products cost at least where one list alone holds that names some of their variants. */
export function listOrder(listId: string, descending: boolean): Order {
  return {
    from: trusted('pricing.list_offer n JOIN catalog.pub_product p ON p.product_uuid = n.product_id'),
    by: trusted('n.amount'),
    id: trusted('n.product_id'),
    type: trusted('bigint'),
    direction: trusted(descending ? 'DESC' : 'ASC'),
    sign: trusted(descending ? '<' : '>'),
    conditions: [fragment`n.list_id = ${listId}::uuid AND p.state = 'published'`],
    beside: trusted(''),
  }
}

/** Along the prices of the currency, each product at its cheapest variant; of two equal ones the first by id. */
function priceOrder(currency: string, descending: boolean): Order {
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

/**
 * What narrows a list, each of which has an index in which its products lie together: categories, a collection, a brand. Of a collection
 * the planner reads all members where it takes many to be asked about; `oneByOne` leaves it no choice but to look each up.
 */
export function setsOf({ categoryIds, collectionId, brand }: CardFilter, oneByOne = false): Fragment[] {
  const conditions: Fragment[] = []
  if (categoryIds) {
    const [one, ...more] = categoryIds
    const ids = fragment`p.category_uuid = ANY(${categoryIds}::uuid[])`
    conditions.push(one !== undefined && more.length === 0 ? fragment`p.category_uuid = ${one}::uuid` : ids)
  }
  if (brand !== undefined) conditions.push(fragment`lower(p.vendor) = lower(${brand})`)
  if (collectionId !== undefined) {
    const member = fragment`SELECT 1 FROM catalog.pub_collection_member l
      WHERE l.collection_uuid = ${collectionId}::uuid AND l.product_uuid = p.product_uuid`
    conditions.push(oneByOne ? fragment`(${member}) IS NOT NULL` : fragment`EXISTS (${member})`)
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
