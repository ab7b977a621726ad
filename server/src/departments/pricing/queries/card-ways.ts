import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, trusted, type Fragment } from '../../../host/database/sql.ts'
import { looksOf, setsOf, type Order } from './card-orders.ts'
import type { CardFilter } from './product-cards.ts'

/**
 * How a page of cards is found. *Whole*: everything that is sold, along the index of its order until the page is full. *Along*: of what
 * has that index by itself (the newest of a brand). *Near*: along the order, asking of each whether it fits, and NEAR products at most.
 * *Apart*: all that fits, found by the index of its category, collection or brand, and then sorted.
 *
 * The planner would take what fits for evenly spread, and for a category whose products all lie at the other end it walked through a
 * million prices: seconds, where the products themselves are sorted in milliseconds.
 */
export type Way = 'whole' | 'along' | 'near' | 'apart'

/** As many products as are priced and sorted sooner than a list is walked to its end. */
const FEW = 300

const NEAR = 2_000

type Reader = Pick<Database, 'rows'>

interface From {
  readonly way: Way
  /** Behind the page before; of the order's own tables. */
  readonly bound: Fragment
}

const CARD = trusted('p.product_uuid, p.handle, p.names, p.cover_file_id')

/** Products that fit as `p` with `by` and `by_id`, in no order but the one asked for around it. */
export function cardsFrom(filter: CardFilter, order: Order, { way, bound }: From): Fragment {
  const card = fragment`${CARD}, ${order.by} AS by, ${order.id} AS by_id`
  const last = order.last ?? trusted('true')
  const base = joined([...order.conditions, bound], ' AND ')
  if (way === 'apart') {
    return fragment`(SELECT ${card} FROM (
        SELECT ${CARD}, p.created_at FROM catalog.pub_product p WHERE p.state = 'published' AND ${narrowing(filter)} OFFSET 0) p
      ${order.beside} WHERE ${bound}) p`
  }
  if (way === 'near') {
    return fragment`(SELECT * FROM (
        SELECT ${card}, (${narrowing(beyond(filter), true)} AND ${last}) AS fits FROM ${order.from} WHERE ${base}
        ORDER BY ${order.by} ${order.direction}, ${order.id} ${order.direction} LIMIT ${trusted(String(NEAR))}) walked
      WHERE walked.fits) p`
  }
  return fragment`(SELECT ${card} FROM ${order.from} WHERE ${base} AND ${narrowing(beyond(filter))} AND ${last}) p`
}

/** Who walks along the places of a collection asks nobody whether he is in it. */
function beyond(filter: CardFilter): CardFilter {
  return filter.order === 'chosen' ? { ...filter, collectionId: undefined } : filter
}

export function narrowing(filter: CardFilter, oneByOne = false): Fragment {
  return joined([...setsOf(filter, oneByOne), ...looksOf(filter)], ' AND ')
}

/**
 * Planning a page of cards takes twice as long as reading it. What walks along one index until the page is full is planned once, whatever
 * is asked for; only how all that fits is found depends on how much that is.
 */
export const isPlannedOnce = (way: Way): boolean => way !== 'apart'

/** Beyond the page one row. A number of its own: as a parameter the planner would take it for a tenth of all rows, and plan each time anew. */
export const oneMore = ({ limit }: Pick<CardFilter, 'limit'>): Fragment => trusted(String(limit + 1))

/** Asks one way after the other, until one has filled the page or none is left. */
export async function throughWays<Row>(
  reader: Reader,
  filter: CardFilter,
  order: Order,
  ask: (way: Way) => Promise<Row[]>,
  found: (row: Row, rows: readonly Row[]) => number = (_, rows) => rows.length,
): Promise<Row[]> {
  const [way = 'whole', ...more] = await waysTo(reader, filter, order)
  const rows = await ask(way)
  const [first] = rows
  const isFull = first !== undefined && found(first, rows) > filter.limit
  const [next] = more
  return isFull || next === undefined ? rows : ask(next)
}

async function waysTo(reader: Reader, filter: CardFilter, order: Order): Promise<readonly Way[]> {
  if (order.within) return ['near', 'apart']
  const sets = setsOf(filter)
  const looks = (filter.facets?.length ?? 0) + (filter.brands?.length ?? 0)
  if (sets.length === 0) return looks > 0 ? ['near', 'apart'] : ['whole']
  if (looks === 0 && filter.availableOnly !== true && hasOwnIndex(filter)) return ['along']
  const among =
    filter.collectionId !== undefined && sets.length === 1
      ? fragment`catalog.pub_collection_member l WHERE l.collection_uuid = ${filter.collectionId}::uuid`
      : fragment`catalog.pub_product p WHERE p.state = 'published' AND ${joined(sets, ' AND ')}`
  const [row] = await reader.rows(adHoc<{ n: number }>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM ${among} LIMIT ${FEW + 1}) counted`)
  return (row?.n ?? 0) <= FEW ? ['apart'] : ['near', 'apart']
}

function hasOwnIndex({ order, categoryIds, collectionId, brand }: CardFilter): boolean {
  const sets = [categoryIds, collectionId, brand].filter((one) => one !== undefined).length
  if (order === 'chosen') return collectionId !== undefined && sets === 1
  return order === 'newest' && sets === 1 && (categoryIds?.length === 1 || brand !== undefined)
}
