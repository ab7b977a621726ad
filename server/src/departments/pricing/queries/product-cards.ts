import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import { listsFor } from '../domain/price-lists/choose-price.ts'
import { derivePrice } from '../domain/price-lists/derive-price.ts'
import { exactPrice, FINE, type ListTier } from '../domain/price-lists/price-list.ts'
import { behindKey, keptNaming, priceKeyOf, pricedNaming, sumSold, type Naming, type PriceKey } from './card-naming.ts'
import { offerOf, shown, type OfferRow } from './card-offers.ts'
import { orderOf, type Order } from './card-orders.ts'
import { cardsFrom, isPlannedOnce, oneMore, throughWays, type Way } from './card-ways.ts'
import { listedPrice } from './listed-price.ts'
import { loadCardDetails, type CardDetail } from './load-card-details.ts'
import { loadLowestPrices } from './load-price-history.ts'
import { loadLiveLists, type LiveList, type WhereSold } from './live-price-lists.ts'

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

/**
 * A page of product cards with price and availability, in one query. The inner page walks along the index of its order and
 * stops after `limit` rows, so that a hundred thousand products cost what a hundred do; only those rows are priced. Lists of a
 * category are planned for that category: a full one is walked in order, a nearly empty one is read whole and sorted.
 */
export async function listProductCards(reader: Reader, filter: CardFilter): Promise<CardList> {
  const lists = await listsMeant(reader, filter)
  const byPrice = filter.order === 'price' || filter.order === 'price_down'
  if (!byPrice) return cardsAlongIndex(reader, { filter, lists, order: orderOf(filter, false) })
  const { areOffersKept, isSumSold } = await readPriceState(reader, filter.currency)
  const order = orderOf(filter, areOffersKept)
  if (lists.length === 0 && !isSumSold) return cardsAlongIndex(reader, { filter, lists, order })
  const [list] = lists
  const isOne = list !== undefined && lists.length === 1 && list.derivation === undefined
  const naming = areOffersKept && isOne && !isSumSold ? keptNaming(filter, list.id) : pricedNaming(filter, lists)
  return cardsByListedPrice(reader, { filter, lists, order, naming })
}

interface Asked {
  readonly filter: CardFilter
  readonly lists: readonly LiveList[]
  readonly order: Order
}

async function cardsAlongIndex(reader: Reader, { filter, lists, order }: Asked): Promise<CardList> {
  const key = order.isPrice ? priceKeyOf(filter.after)?.amount : filter.after?.[0]
  const id = filter.after?.[1]
  const bound =
    key === undefined || id === undefined
      ? trusted('true')
      : fragment`(${order.by}, ${order.id}) ${order.sign} (${key}::${order.type}, ${id}::uuid)`
  const ask = (way: Way) => {
    const query = isPlannedOnce(way) ? sql : adHoc
    return reader.rows(query<CardRow>`
      WITH page AS MATERIALIZED (
        SELECT * FROM ${cardsFrom(filter, order, { way, bound })} ORDER BY by ${order.direction}, by_id ${order.direction}
        LIMIT ${oneMore(filter)})
      SELECT page.handle, page.names, page.cover_file_id, page.by::text AS sort_key, page.by_id::text AS sort_id, offer.*
      FROM page CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('page.product_uuid'))}) offer
      ORDER BY page.by ${order.direction}, page.by_id ${order.direction}`)
  }
  const rows = await throughWays(reader, filter, order, ask)
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
async function cardsByListedPrice(
  reader: Reader,
  { filter, lists, order, naming }: Asked & { readonly naming: Naming },
): Promise<CardList> {
  const { direction } = order
  const key = priceKeyOf(filter.after)
  const limit = oneMore(filter)
  const after = behindKey(filter)
  const bound = key ? usualBound(lists, key, filter) : trusted('true')
  const ask = (way: Way) => {
    const query = isPlannedOnce(way) ? sql : adHoc
    return reader.rows(query<CardRow>`
      WITH named AS MATERIALIZED (${naming.named}),
      others AS MATERIALIZED (
        SELECT p.product_uuid, p.handle, p.names, p.cover_file_id, o.amount AS by, p.by AS usual, p.by_id
        FROM ${cardsFrom(filter, order, { way, bound })}
        CROSS JOIN LATERAL (${pricedAs(lists, trusted('p.by_id'), trusted('p.by'))}) o
        WHERE NOT EXISTS (${naming.isNamed}) AND ${after(trusted('o.amount'), trusted('p.by'), trusted('p.by_id'))}
        ORDER BY p.by ${direction}, p.by_id ${direction} LIMIT ${limit}),
      of_lists AS (${naming.ofLists}),
      page AS MATERIALIZED (
        SELECT * FROM of_lists UNION ALL SELECT * FROM others
        ORDER BY by ${direction}, usual ${direction}, by_id ${direction} LIMIT ${limit})
      SELECT page.handle, page.names, page.cover_file_id, page.by || '-' || page.usual AS sort_key, page.by_id::text AS sort_id,
        offer.*, (SELECT count(*)::int FROM others) AS walked
      FROM page CROSS JOIN LATERAL (${offerOf(filter, lists, trusted('page.product_uuid'))}) offer
      ORDER BY page.by ${direction}, page.usual ${direction}, page.by_id ${direction}`)
  }
  // Of those walked a whole page must be there before any of a list may stand between them.
  const rows = await throughWays(reader, filter, order, ask, ({ walked }) => walked ?? 0)
  return toCards(reader, rows, filter, ({ sort_key }) => sort_key)
}

interface PriceState {
  /** What lists by price walk along says what prices and products do: nothing waits to be kept. */
  readonly areOffersKept: boolean
  readonly isSumSold: boolean
}

async function readPriceState(reader: Reader, currency: string): Promise<PriceState> {
  const [row] = await reader.rows(sql<PriceState>`
    SELECT NOT EXISTS (SELECT 1 FROM catalog.pub_offer_due) AS "areOffersKept", EXISTS (${sumSold(currency)}) AS "isSumSold"`)
  return row ?? { areOffersKept: false, isSumSold: true }
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
