import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import type { ProductState, Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'
import {
  chosenConditions,
  inCategories,
  likeness,
  LIKENESS_OF_WORDS,
  nameOrder,
  type Chosen,
} from './product-conditions.ts'
import { searchWords } from './search-words.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'
import { wordsFound, wordsMeant, type Found } from './words-found.ts'

type Reader = Pick<Database, 'rows'>

/** `newest` first, by `name` in the reader's language, last `updated` first. A search has an order of its own: the best first. */
export const PRODUCT_ORDERS = ['newest', 'name', 'updated'] as const
export type ProductOrder = (typeof PRODUCT_ORDERS)[number]

export interface ProductFilter extends Chosen {
  readonly locale: string
  readonly limit: number
  readonly publishedOnly: boolean
  /** Of what is published only what is shown here. */
  readonly place?: ShopPlace | undefined
  readonly state?: ProductState | undefined
  /** With the categories below it. */
  readonly categoryHandle?: string | undefined
  readonly search?: string | undefined
  readonly order?: ProductOrder | undefined
  /** `nextKey` of the page before. */
  readonly after?: readonly string[] | undefined
}

export interface ProductCard {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly names: Texts
  readonly vendor: string
  readonly categoryHandle: string | null
  readonly categoryName: string | null
  readonly state: ProductState
  readonly imageFileId: string | null
  readonly imageAlt: string
  /** Of the variants on sale, in their order. */
  readonly variantIds: readonly string[]
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface ProductList {
  readonly items: readonly ProductCard[]
  /** Null at the end. Two texts; routes make an opaque cursor of them. */
  readonly nextKey: readonly string[] | null
}

interface CardRow {
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly vendor: string
  readonly category_handle: string | null
  readonly category_names: Texts | null
  readonly state: ProductState
  readonly cover_file_id: string | null
  readonly alts: Texts | null
  readonly variant_ids: string[]
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly sort_key: string
}

/** One page in one query, each order along its own index (0001-catalog.sql). */
export async function listProducts(database: Reader, filter: ProductFilter): Promise<ProductList> {
  const search = filter.search?.trim()
  if (search) return searchAmong(database, filter, search)
  const order = orderOf(filter)
  return pageOf(database, filter, {
    among: trusted('catalog.product p'),
    order,
    conditions: [...conditionsOf(filter), ...behind(filter, order)],
  })
}

/** What a search shows at most, the newest of what fits: two letters fit half of the catalogue, and nobody turns so many pages. */
const MOST_FOUND = 300

/**
 * What begins with the words typed, or where nothing does, what resembles them: the best first. The way of the first page is told by its
 * keys, since whatever words found ranks above all that is only alike.
 */
async function searchAmong(database: Reader, filter: ProductFilter, search: string): Promise<ProductList> {
  const found = await searched(database, search, conditionsOf(filter))
  if (!found) return { items: [], nextKey: null }
  const order = likenessTo(search, searchWords(search))
  const page = (among: Fragment): Promise<ProductList> =>
    pageOf(database, filter, { among, order, conditions: behind(filter, order) })
  const [best] = filter.after ?? []
  const [byWords, ...byLikeness] = found
  if (best !== undefined && Number(best) > LIKENESS_OF_WORDS) return page(byWords)
  return firstThatFinds(best === undefined ? found : byLikeness, page, ({ items }) => items.length > 0)
}

/** What the first of some ways answers that finds anything; the last one's answer, where none does. */
export async function firstThatFinds<Answer>(
  ways: readonly Fragment[],
  ask: (way: Fragment) => Promise<Answer>,
  hasFound: (answer: Answer) => boolean,
): Promise<Answer> {
  const [way = trusted(''), ...more] = ways
  const answer = await ask(way)
  return hasFound(answer) || more.length === 0 ? answer : firstThatFinds(more, ask, hasFound)
}

/**
 * What a search looks through, each as `p` of a FROM: what has the words; where that is nothing, what has those that were probably meant;
 * and then what resembles them.
 */
export async function searched(
  reader: Reader,
  search: string,
  conditions: readonly Fragment[],
): Promise<readonly [Fragment, ...Fragment[]] | undefined> {
  const words = searchWords(search)
  if (words === '') return undefined
  const all = joined([trusted('true'), ...conditions], ' AND ')
  const among = (condition: Fragment, order = '') =>
    fragment`(SELECT p.* FROM catalog.product p WHERE ${condition} ${trusted(order)} LIMIT ${MOST_FOUND}) p`
  const latest = 'ORDER BY p.created_at DESC, p.id DESC'
  // The planner takes rare words for a fiftieth of all products, and would read an index of every published one beside theirs: what is
  // asked as a whole it asks of each product that has the words.
  const having = ({ condition, isRare }: Found) =>
    among(isRare ? fragment`${condition} AND (${all}) IS TRUE` : fragment`${all} AND ${condition}`, latest)
  const meant = await wordsMeant(reader, words)
  return [
    having(await wordsFound(reader, words)),
    ...(meant ? [having(meant)] : []),
    among(fragment`${all} AND lower(${search}) <% p.search_text`),
  ]
}

interface Page {
  readonly among: Fragment
  readonly order: Order
  readonly conditions: readonly Fragment[]
}

function behind({ after }: ProductFilter, order: Order): Fragment[] {
  if (after?.length !== 2) return []
  const [key, id] = after
  const sign = trusted(order.descending ? '<' : '>')
  return [fragment`(${order.by}, p.id) ${sign} (${key}::${order.type}, ${id}::uuid)`]
}

async function pageOf(
  database: Reader,
  filter: ProductFilter,
  { among, order, conditions }: Page,
): Promise<ProductList> {
  const direction = trusted(order.descending ? 'DESC' : 'ASC')
  const where = conditions.length === 0 ? trusted('true') : joined(conditions, ' AND ')
  const query = filter.search ? adHoc : sql
  const rows = await database.rows(query<CardRow>`
    SELECT p.id, p.handle, p.names, p.vendor, c.handle AS category_handle, c.names AS category_names, p.state,
      p.cover_file_id, i.alts, p.version, p.created_at, p.updated_at, p.sort_key::text,
      ARRAY(SELECT v.id::text FROM catalog.variant v WHERE v.product_id = p.id AND v.retired_at IS NULL
        ORDER BY v.position) AS variant_ids
    FROM (SELECT p.*, ${order.by} AS sort_by, ${order.shown} AS sort_key FROM ${among} WHERE ${where}
      ORDER BY sort_by ${direction}, p.id ${direction} LIMIT ${filter.limit + 1}) p
    LEFT JOIN catalog.category c ON c.id = p.category_id
    LEFT JOIN catalog.image i ON i.product_id = p.id AND i.position = 1
    ORDER BY p.sort_by ${direction}, p.id ${direction}`)
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => cardOf(row, filter.locale)),
    nextKey: rows.length > filter.limit && last ? [last.sort_key, last.id] : null,
  }
}

interface Order {
  /** What is sorted by, and its type when it comes back in a key. */
  readonly by: Fragment
  readonly type: Fragment
  /** The same as text that reads back exactly. */
  readonly shown: Fragment
  readonly descending: boolean
}

function orderOf({ order = 'newest', locale }: ProductFilter): Order {
  if (order === 'name') {
    const by = trusted(nameOrder(locale))
    return { by, type: trusted('text'), shown: by, descending: false }
  }
  const by = trusted(order === 'newest' ? 'p.created_at' : 'p.updated_at')
  return { by, type: trusted('timestamptz'), shown: fragment`${by}::text`, descending: true }
}

function likenessTo(search: string, words: string): Order {
  const by = likeness(search, words)
  return { by, type: trusted('int'), shown: fragment`${by}::text`, descending: true }
}

function conditionsOf({ publishedOnly, place, state, categoryHandle, ...chosen }: ProductFilter): Fragment[] {
  const conditions = chosenConditions(chosen)
  if (publishedOnly) conditions.push(trusted("p.state = 'published'"))
  if (place) conditions.push(shownHere(place, trusted('p.id')))
  if (state !== undefined) conditions.push(fragment`p.state = ${state}`)
  if (categoryHandle !== undefined) {
    conditions.push(inCategories([categoryHandle]))
  }
  return conditions
}

function cardOf(row: CardRow, locale: string): ProductCard {
  const name = inLanguage(row.names, locale)
  return {
    id: row.id,
    handle: row.handle,
    name,
    names: row.names,
    vendor: row.vendor,
    categoryHandle: row.category_handle,
    categoryName: row.category_names && inLanguage(row.category_names, locale),
    state: row.state,
    imageFileId: row.cover_file_id,
    imageAlt: inLanguage(row.alts ?? {}, locale) || name,
    variantIds: row.variant_ids,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
