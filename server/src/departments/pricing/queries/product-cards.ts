import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import { listsFor } from '../domain/price-lists/choose-price.ts'
import { derivePrice } from '../domain/price-lists/derive-price.ts'
import { exactPrice, FINE, type ListTier } from '../domain/price-lists/price-list.ts'
import { availableOf } from './available-of.ts'
import { orderOf, priceOrder } from './card-orders.ts'
import { cardsFrom, narrowing, throughWays, type Way } from './card-ways.ts'
import { listedPrice } from './listed-price.ts'
import { loadCardDetails, type CardDetail } from './load-card-details.ts'
import { loadLowestPrices } from './load-price-history.ts'
import { loadLiveLists, type LiveList, type WhereSold } from './live-price-lists.ts'
import { priceOfBundle } from './price-of-bundle.ts'

type Reader = Pick<Database, 'rows'>

/** `newest` first, cheapest first, dearest first, by name in the reader's language; `chosen`: as a collection has them. */
export const CARD_ORDERS = ['newest', 'price', 'price_down', 'name', 'chosen'] as const
export type CardOrder = (typeof CARD_ORDERS)[number]

/** Where somebody shops: what they pay in, from which location's stock, and which price lists may be meant. */
export interface Counter extends WhereSold {
  readonly locationCode: string
  readonly channel: string
  readonly now: Date
}

/** What a card says of a product's variants together. */
export interface CardOffer extends CardDetail {
  /** Of the cheapest variant on sale; undefined where none has a price in the currency. */
  readonly price: Money | undefined
  /** Where it is finer than the minor unit. */
  readonly exactPrice?: UnitPrice
  readonly compareAt: Money | undefined
  /** What the reduction is measured against (Directive 98/6/EC art. 6a). */
  readonly lowest?: Money
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
  /** What lies in this collection alone; asked for by `chosen`, in its own order. */
  readonly collectionId?: string | undefined
  /** What is of this brand alone. */
  readonly brand?: string | undefined
  readonly availableOnly?: boolean | undefined
  /** Of one of these brands. */
  readonly brands?: readonly string[] | undefined
  /** For each attribute that is filtered by, its values as the catalogue indexes them: `material=oak`. */
  readonly facets?: readonly (readonly string[])[] | undefined
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
  readonly walked?: number
}

interface OfferRow {
  readonly amount: bigint | null
  readonly fine: bigint | null
  readonly compare_at: bigint | null
  readonly variant_id: string | null
  readonly is_from: boolean
  readonly available: bigint
}

/**
 * A page of product cards with price and availability, in one query. The inner page walks along the index of its order and
 * stops after `limit` rows, so that a hundred thousand products cost what a hundred do; only those rows are priced. Lists of a
 * category are planned for that category: a full one is walked in order, a nearly empty one is read whole and sorted.
 */
export async function listProductCards(reader: Reader, filter: CardFilter): Promise<CardList> {
  const lists = await listsMeant(reader, filter)
  const byPrice = filter.order === 'price' || filter.order === 'price_down'
  return byPrice && (lists.length > 0 || (await isSumSold(reader, filter.currency)))
    ? cardsByListedPrice(reader, filter, lists)
    : cardsAlongIndex(reader, filter, lists)
}

async function cardsAlongIndex(reader: Reader, filter: CardFilter, lists: readonly LiveList[]): Promise<CardList> {
  const order = orderOf(filter)
  const key = order.isPrice ? priceKeyOf(filter.after)?.amount : filter.after?.[0]
  const id = filter.after?.[1]
  const bound =
    key === undefined || id === undefined
      ? trusted('true')
      : fragment`(${order.by}, ${order.id}) ${order.sign} (${key}::${order.type}, ${id}::uuid)`
  const ask = (way: Way) => {
    const query = way === 'whole' ? sql : adHoc
    return reader.rows(query<CardRow>`
      WITH page AS MATERIALIZED (
        SELECT * FROM ${cardsFrom(filter, order, { way, bound })} ORDER BY by ${order.direction}, by_id ${order.direction}
        LIMIT ${filter.limit + 1})
      SELECT page.handle, page.names, page.cover_file_id, page.by::text AS sort_key, page.by_id::text AS sort_id, offer.*
      FROM page CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('page.product_uuid'))}) offer
      ORDER BY page.by ${order.direction}, page.by_id ${order.direction}`)
  }
  const rows = await throughWays(reader, filter, ask)
  return toCards(reader, rows, filter, ({ sort_key }) => (order.isPrice ? `${sort_key}-${sort_key}` : sort_key))
}

async function toCards(
  reader: Reader,
  rows: readonly CardRow[],
  filter: CardFilter,
  keyOf: (row: CardRow) => string,
): Promise<CardList> {
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  const aside = await asideOf(reader, shown, filter)
  return {
    items: shown.map((row) => ({
      handle: row.handle,
      names: row.names,
      imageFileId: row.cover_file_id,
      ...presentOffer(row, filter.currency, aside),
    })),
    nextKey: rows.length > filter.limit && last ? [keyOf(last), last.sort_id] : null,
  }
}

interface Aside {
  readonly lowest: ReadonlyMap<string, Money>
  readonly details: ReadonlyMap<string, CardDetail>
}

async function asideOf(reader: Reader, rows: readonly OfferRow[], counter: Counter): Promise<Aside> {
  const variantIds = rows.flatMap(({ variant_id }) => variant_id ?? [])
  const [lowest, details] = await Promise.all([lowestOf(reader, rows, counter), loadCardDetails(reader, variantIds)])
  return { lowest, details }
}

/** Asked only where a card shows a reduction. */
function lowestOf(reader: Reader, rows: readonly OfferRow[], counter: Counter): Promise<ReadonlyMap<string, Money>> {
  const variantIds = rows.flatMap(({ compare_at, variant_id }) =>
    compare_at === null || variant_id === null ? [] : [variant_id],
  )
  return loadLowestPrices(reader, { ...counter, variantIds })
}

/**
 * By price where lists are meant, or bundles cost what is in them. Products that lists name, and such bundles, are priced whole
 * and sorted: as many as there are of them, whatever the size of the catalogue. All others keep the order of their usual prices, also where a list changes all of these by a percentage,
 * since that never turns two prices round: they are walked along the index as ever. The two are merged.
 */
async function cardsByListedPrice(reader: Reader, filter: CardFilter, lists: readonly LiveList[]): Promise<CardList> {
  const order = priceOrder(filter.currency, filter.order === 'price_down')
  const { direction, sign } = order
  const naming = lists.flatMap(({ id, basedOn }) => (basedOn === undefined ? [id] : [id, basedOn]))
  const key = priceKeyOf(filter.after)
  const limit = filter.limit + 1
  const after = (amount: Fragment, usual: Fragment, id: Fragment) =>
    key
      ? fragment`(${amount}, ${usual}, ${id}) ${sign} (${key.amount}::bigint, ${key.usual}::bigint, ${key.id}::uuid)`
      : fragment`true`
  const bound = key ? usualBound(lists, key, filter) : trusted('true')
  // A product that costs more, whichever of its prices holds, than a page full of others is priced on a later page.
  const isBounded = filter.order === 'price' && lists.every(({ derivation }) => derivation === undefined)
  const mayStandHere = isBounded
    ? fragment`named.least <= coalesce((SELECT max(e.by) FROM others e HAVING count(*) >= ${limit}), named.least)`
    : trusted('true')
  const ask = (way: Way) => {
    const query = way === 'whole' ? sql : adHoc
    return reader.rows(query<CardRow>`
      WITH named AS MATERIALIZED (
        SELECT n.product_uuid, min(n.least) AS least FROM (
          SELECT v.product_uuid, least(${shown(trusted('l.fine'))}, f.amount) AS least
          FROM pricing.list_price l JOIN catalog.pub_variant v ON v.variant_uuid = l.variant_id
          JOIN catalog.pub_variant o ON o.product_uuid = v.product_uuid AND o.sellable
          LEFT JOIN pricing.price f ON f.variant_id = o.variant_uuid AND f.currency = ${filter.currency}
          WHERE l.list_id = ANY(${naming}::uuid[]) AND l.from_quantity = 1 AND v.sellable
          UNION ALL SELECT b.product_uuid, 0 FROM (${sumSold(filter.currency)}) b) n
        GROUP BY n.product_uuid),
      others AS MATERIALIZED (
        SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, o.amount AS by, p.by AS usual, p.by_id
        FROM ${cardsFrom(filter, order, { way, bound })}
        CROSS JOIN LATERAL (${pricedAs(lists, trusted('p.by_id'), trusted('p.by'))}) o
        WHERE NOT EXISTS (SELECT 1 FROM named WHERE named.product_uuid = p.product_uuid)
          AND ${after(trusted('o.amount'), trusted('p.by'), trusted('p.by_id'))}
        ORDER BY p.by ${direction}, p.by_id ${direction} LIMIT ${limit}),
      of_lists AS (
        SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, o.amount AS by, 0::bigint AS usual, p.product_uuid AS by_id
        FROM named JOIN catalog.pub_product p ON p.product_uuid = named.product_uuid
        CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('p.product_uuid'))}) o
        WHERE ${mayStandHere} AND o.amount IS NOT NULL AND ${narrowing(filter)}
          AND ${after(trusted('o.amount'), trusted('0::bigint'), trusted('p.product_uuid'))}),
      page AS MATERIALIZED (
        SELECT * FROM of_lists UNION ALL SELECT * FROM others
        ORDER BY by ${direction}, usual ${direction}, by_id ${direction} LIMIT ${limit})
      SELECT page.handle, page.names, page.cover_file_id, page.by || '-' || page.usual AS sort_key, page.by_id::text AS sort_id,
        offer.*, (SELECT count(*)::int FROM others) AS walked
      FROM page CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('page.product_uuid'))}) offer
      ORDER BY page.by ${direction}, page.usual ${direction}, page.by_id ${direction}`)
  }
  // Of those walked a whole page must be there before any of a list may stand between them.
  const rows = await throughWays(reader, filter, ask, ({ walked }) => walked ?? 0)
  return toCards(reader, rows, filter, ({ sort_key }) => sort_key)
}

/** Bundles on sale without a price of their own in the currency: they cost what their components do, less something. */
function sumSold(currency: string): Fragment {
  return fragment`
    SELECT v.product_uuid FROM catalog.pub_bundle b JOIN catalog.pub_variant v ON v.product_uuid = b.bundle_uuid
    WHERE b.price_way <> 'own' AND v.sellable AND NOT EXISTS (
      SELECT 1 FROM pricing.price own WHERE own.variant_id = v.variant_uuid AND own.currency = ${currency})`
}

async function isSumSold(reader: Reader, currency: string): Promise<boolean> {
  const rows = await reader.rows(sql<object>`${sumSold(currency)} LIMIT 1`)
  return rows.length > 0
}

/** What a usual price is shown as under the lists that change all of them; whole minor units. */
function pricedAs(lists: readonly LiveList[], variant: Fragment, usual: Fragment): Fragment {
  return fragment`SELECT ${shown(fragment`coalesce(one.fine, ${usual} * 10000)`)} AS amount
    FROM (SELECT 1) always LEFT JOIN LATERAL (${listedPrice(lists, variant, usual)}) one ON true`
}

/** Where the walk along usual prices goes on, so that a deep page costs what the first does. */
function usualBound(lists: readonly LiveList[], { amount }: PriceKey, { order }: CardFilter): Fragment {
  const derivation = lists.find((list) => list.derivation && list.basedOn === undefined)?.derivation
  const shownOf = (usual: bigint) =>
    derivation ? divideRounded(derivePrice(usual * FINE, derivation), FINE, 'half_up') : usual
  const target = BigInt(amount)
  // The first usual price that is shown at `target` or above.
  const first = firstReaching(shownOf, target)
  return order === 'price'
    ? fragment`f.amount >= ${first}`
    : fragment`f.amount < ${firstReaching(shownOf, target + 1n)}`
}

const DEAREST = 10n ** 15n

function firstReaching(shownOf: (usual: bigint) => bigint, target: bigint): bigint {
  let [low, high] = [0n, DEAREST]
  while (low < high) {
    const middle = (low + high) / 2n
    if (shownOf(middle) >= target) high = middle
    else low = middle + 1n
  }
  return low
}

interface PriceKey {
  readonly amount: string
  readonly usual: string
  readonly id: string
}

/** A key of the orders by price: what it is shown at, what it usually costs, and an id. */
function priceKeyOf(after: readonly string[] | undefined): PriceKey | undefined {
  const [, amount, usual] = /^(\d{1,17})-(\d{1,17})$/.exec(after?.[0] ?? '') ?? []
  const id = after?.[1]
  return amount === undefined || usual === undefined || id === undefined ? undefined : { amount, usual, id }
}

/** Lists that hold here and now, in their order. */
async function listsMeant(reader: Reader, counter: Counter): Promise<readonly LiveList[]> {
  const lists = await loadLiveLists(reader, counter, counter.now)
  if (lists.length === 0) return lists
  const { market, channel, groups, company, now } = counter
  const occasion = { currency: currencyCode(counter.currency), market, channel, groups, company, now }
  const meant = new Set(
    listsFor(
      lists.map((list) => ({ ...list, prices: NO_PRICES })),
      occasion,
    ).meant.map(({ code }) => code),
  )
  return lists.filter(({ code }) => meant.has(code))
}

const NO_PRICES: ReadonlyMap<string, readonly ListTier[]> = new Map()

/** Product id -> what its card says of its variants, for products that somebody else has chosen (a search). */
export async function loadCardOffers(
  reader: Reader,
  { productIds, ...counter }: Counter & { readonly productIds: readonly string[] },
): Promise<ReadonlyMap<string, CardOffer>> {
  if (productIds.length === 0) return new Map()
  const lists = await listsMeant(reader, counter)
  const rows = await reader.rows(sql<OfferRow & { id: string }>`
    SELECT chosen.id::text, offer.* FROM unnest(${productIds}::uuid[]) AS chosen(id)
    CROSS JOIN LATERAL (${offerOf(counter, lists, trusted('chosen.id'))}) offer`)
  const aside = await asideOf(reader, rows, counter)
  return new Map(rows.map((row) => [row.id, presentOffer(row, counter.currency, aside)]))
}

function offerOf({ currency, locationCode }: Counter, lists: readonly LiveList[], product: Fragment): Fragment {
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
const shown = (fine: Fragment): Fragment => fragment`((${fine} + 5000) / 10000)`

function presentOffer(row: OfferRow, currency: string, { lowest, details }: Aside): CardOffer {
  const before = row.compare_at === null ? undefined : lowest.get(row.variant_id ?? '')
  const exact = row.fine === null ? undefined : exactPrice(row.fine, currencyCode(currency))
  return {
    price: row.amount === null ? undefined : money(row.amount, currency),
    ...(exact && { exactPrice: exact }),
    compareAt: row.compare_at === null ? undefined : money(row.compare_at, currency),
    ...(before && { lowest: before }),
    isFrom: row.is_from,
    available: Number(row.available),
    ...details.get(row.variant_id ?? ''),
  }
}
