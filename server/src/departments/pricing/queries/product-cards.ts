import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'

type Reader = Pick<Database, 'rows'>

/** `newest` first, cheapest first, dearest first, by name in the reader's language. */
export const CARD_ORDERS = ['newest', 'price', 'price_down', 'name'] as const
export type CardOrder = (typeof CARD_ORDERS)[number]

/** Where somebody shops: what they pay in, and from which location's stock. */
export interface Counter {
  readonly currency: string
  readonly locationCode: string
}

/** What a card says of a product's variants together. */
export interface CardOffer {
  /** Of the cheapest variant on sale; undefined where none has a price in the currency. */
  readonly price: Money | undefined
  readonly compareAt: Money | undefined
  /** Other variants cost more. */
  readonly isFrom: boolean
  readonly available: number
}

export interface ProductOfferCard extends CardOffer {
  readonly handle: string
  readonly names: Readonly<Record<string, string>>
  readonly imageFileId: string | null
}

export interface CardFilter extends Counter {
  readonly locale: string
  readonly order: CardOrder
  readonly limit: number
  /** These categories, or all products. */
  readonly categoryIds?: readonly string[] | undefined
  readonly availableOnly?: boolean | undefined
  /** `nextKey` of the page before. */
  readonly after?: readonly string[] | undefined
}

export interface CardList {
  readonly items: readonly ProductOfferCard[]
  /** Null at the end. Two texts; pages make an opaque cursor of them. */
  readonly nextKey: readonly [string, string] | null
}

interface CardRow extends OfferRow {
  readonly handle: string
  readonly names: Record<string, string>
  readonly cover_file_id: string | null
  readonly sort_key: string
  readonly sort_id: string
}

interface OfferRow {
  readonly amount: bigint | null
  readonly compare_at: bigint | null
  readonly is_from: boolean
  readonly available: bigint
}

/**
 * A page of product cards with price and availability, in one query. The inner page walks along the index of its order and
 * stops after `limit` rows, so that a hundred thousand products cost what a hundred do; only those rows are priced. Lists of a
 * category are planned for that category: a full one is walked in order, a nearly empty one is read whole and sorted.
 */
export async function listProductCards(reader: Reader, filter: CardFilter): Promise<CardList> {
  const order = orderOf(filter)
  const query = filter.categoryIds ? adHoc : sql
  const rows = await reader.rows(query<CardRow>`
    WITH page AS MATERIALIZED (
      SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, ${order.by} AS by, ${order.id} AS by_id
      FROM ${order.from}
      WHERE ${joined(conditionsOf(filter, order), ' AND ')}
      ORDER BY ${order.by} ${order.direction}, ${order.id} ${order.direction}
      LIMIT ${filter.limit + 1})
    SELECT page.handle, page.names, page.cover_file_id, page.by::text AS sort_key, page.by_id::text AS sort_id, offer.*
    FROM page CROSS JOIN LATERAL (${offerOf(filter, trusted('page.product_uuid'))}) offer
    ORDER BY page.by ${order.direction}, page.by_id ${order.direction}`)
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      handle: row.handle,
      names: row.names,
      imageFileId: row.cover_file_id,
      ...presentOffer(row, filter.currency),
    })),
    nextKey: rows.length > filter.limit && last ? [last.sort_key, last.sort_id] : null,
  }
}

/** Product id -> what its card says of its variants, for products that somebody else has chosen (a search). */
export async function loadCardOffers(
  reader: Reader,
  { productIds, ...counter }: Counter & { readonly productIds: readonly string[] },
): Promise<ReadonlyMap<string, CardOffer>> {
  if (productIds.length === 0) return new Map()
  const rows = await reader.rows(sql<OfferRow & { id: string }>`
    SELECT chosen.id::text, offer.* FROM unnest(${productIds}::uuid[]) AS chosen(id)
    CROSS JOIN LATERAL (${offerOf(counter, trusted('chosen.id'))}) offer`)
  return new Map(rows.map((row) => [row.id, presentOffer(row, counter.currency)]))
}

function offerOf({ currency, locationCode }: Counter, product: Fragment): Fragment {
  return fragment`
    SELECT min(f.amount) AS amount, (array_agg(f.compare_at ORDER BY f.amount, v.position))[1] AS compare_at,
      coalesce(min(f.amount) < max(f.amount), false) AS is_from,
      coalesce(sum(a.available) FILTER (WHERE f.amount IS NOT NULL), 0)::bigint AS available
    FROM catalog.pub_variant v
    LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = ${currency}
    LEFT JOIN inventory.pub_availability a ON a.variant_uuid = v.variant_uuid AND a.location_code = ${locationCode}
    WHERE v.product_uuid = ${product} AND v.sellable`
}

function presentOffer(row: OfferRow, currency: string): CardOffer {
  return {
    price: row.amount === null ? undefined : money(row.amount, currency),
    compareAt: row.compare_at === null ? undefined : money(row.compare_at, currency),
    isFrom: row.is_from,
    available: Number(row.available),
  }
}

interface Order {
  readonly from: Fragment
  readonly by: Fragment
  readonly id: Fragment
  /** Type of `by` when it comes back in a key. */
  readonly type: Fragment
  readonly direction: Fragment
  readonly sign: Fragment
  readonly conditions: readonly Fragment[]
}

const NAMES: Readonly<Record<string, Fragment>> = {
  it: trusted("lower(coalesce(p.names ->> 'it', p.names ->> 'en'))"),
  es: trusted("lower(coalesce(p.names ->> 'es', p.names ->> 'en'))"),
  id: trusted("lower(coalesce(p.names ->> 'id', p.names ->> 'en'))"),
}

function orderOf({ order, locale, currency }: CardFilter): Order {
  if (order === 'price' || order === 'price_down') return priceOrder(currency, order === 'price_down')
  const byName = order === 'name'
  return {
    from: trusted('catalog.pub_product p'),
    by: byName ? (NAMES[locale] ?? trusted("lower(p.names ->> 'en')")) : trusted('p.created_at'),
    id: trusted('p.product_uuid'),
    type: trusted(byName ? 'text' : 'timestamptz'),
    direction: trusted(byName ? 'ASC' : 'DESC'),
    sign: trusted(byName ? '>' : '<'),
    conditions: [trusted("p.state = 'published'")],
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
    direction: trusted(descending ? 'DESC' : 'ASC'),
    sign: trusted(descending ? '<' : '>'),
    conditions: [
      fragment`f.currency = ${currency} AND v.sellable`,
      fragment`NOT EXISTS (SELECT 1 FROM catalog.pub_variant o
        JOIN pricing.price q ON q.variant_id = o.variant_uuid AND q.currency = ${currency}
        WHERE o.product_uuid = v.product_uuid AND o.sellable AND (q.amount, q.variant_id) < (f.amount, f.variant_id))`,
    ],
  }
}

function conditionsOf(filter: CardFilter, order: Order): Fragment[] {
  const conditions = [...order.conditions]
  if (filter.categoryIds) conditions.push(fragment`p.category_uuid = ANY(${filter.categoryIds}::uuid[])`)
  if (filter.availableOnly) {
    conditions.push(fragment`EXISTS (SELECT 1 FROM catalog.pub_variant s
      JOIN inventory.pub_availability a ON a.variant_uuid = s.variant_uuid
      WHERE s.product_uuid = p.product_uuid AND s.sellable AND a.location_code = ${filter.locationCode} AND a.available > 0)`)
  }
  if (filter.after?.length === 2) {
    const [key, id] = filter.after
    conditions.push(fragment`(${order.by}, ${order.id}) ${order.sign} (${key}::${order.type}, ${id}::uuid)`)
  }
  return conditions
}
