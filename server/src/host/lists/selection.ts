import { ok, type Result } from '../../kernel/result.ts'
import { isZone } from '../../kernel/time.ts'
import { SCOPE_KINDS, type Scope } from '../actor.ts'
import type { Database } from '../database/pool.ts'
import { adHoc, fragment, joined, trusted, type Fragment } from '../database/sql.ts'
import type { Locale } from '../i18n/locales.ts'
import { hostRefusals } from '../refusals.ts'
import { EVERY_ROW, sqlOf, type Column, type ColumnType, type List } from './define-list.ts'
import { readFilters, type FilterText } from './filter.ts'
import { walkAlong, walkOfFilter, type Walking } from './walk-of.ts'

export type Reader = Pick<Database, 'rows'>

export interface ListQuery {
  readonly locale: Locale
  readonly now: Date
  readonly filters?: readonly FilterText[] | undefined
  readonly sort?: string | undefined
  readonly search?: string | undefined
  readonly zone?: string | undefined
  /** Of whoever asks (`scopeOf`). */
  readonly scope?: Scope | undefined
  /** Which rows are theirs, of a list whose rows belong to people rather than to markets and locations. */
  readonly theirs?: Fragment | undefined
}

export interface Order {
  /** `-placedAt`, or BEST_FIRST: part of each cursor, which reads in no other order. */
  readonly sign: string
  readonly by: Fragment
  readonly type: ColumnType
  readonly nullable: boolean
  readonly descending: boolean
}

/** What was asked, checked and made into SQL; the same for a page, a count, an export and an action on many. */
export interface Selection {
  readonly conditions: readonly Fragment[]
  readonly order: Order
  /** The search cannot find anything. */
  readonly empty: boolean
  /** Of the list's tables those that are enough to count them. */
  readonly counted?: `FROM ${string}` | undefined
  /** What is kept has a value to be sorted by: there is nothing to look for among rows without. */
  readonly valued?: boolean
  /** Known without counting: that they are few, or that the planner finds its way whether they are or not. */
  readonly few?: boolean
  /** Known from the search: more than are found and then sorted. */
  readonly many?: boolean
  /** What one of the conditions keeps stands somewhere in this order. */
  readonly walk?: Walking | undefined
}

export const BEST_FIRST = '~'

/** Beyond this nobody looks for the best among the found, and weighing them all would take longer than a person waits. */
const MOST_RANKED = 1_000

/**
 * Checks a query and decides how it is searched. `sign` is the order of the page before, where there is one: an order once
 * begun is kept.
 */
export async function selectFrom(
  reader: Reader,
  list: List,
  query: ListQuery,
  sign?: string,
): Promise<Result<Selection>> {
  const zone = query.zone ?? 'UTC'
  if (!isZone(zone)) return hostRefusals.invalid_filter({ field: 'zone', params: { column: 'zone' } })
  const filters = readFilters(list, query.filters ?? [], { zone, locale: query.locale, now: query.now })
  if (!filters.ok) return filters
  const narrowed = [...filters.value, ...narrowedBy(list, query)]
  const order = orderBy(list, query.sort ?? list.defaultSort, query.locale)
  if (!order.ok) return order
  const selected = await searchedFor(reader, list, query, {
    narrowed,
    filters: filters.value,
    order: order.value,
    sign,
  })
  const valued = order.value.nullable && isValued(list, query, order.value)
  return selected.ok && valued ? ok({ ...selected.value, valued }) : selected
}

interface Asked {
  readonly narrowed: readonly Fragment[]
  readonly filters: readonly Fragment[]
  readonly order: Order
  readonly sign: string | undefined
}

async function searchedFor(
  reader: Reader,
  list: List,
  query: ListQuery,
  { narrowed, filters, order, sign }: Asked,
): Promise<Result<Selection>> {
  const words = wordsOf(query)
  if (words === '') {
    const counted = narrowed.length === 1 && filters.length === 1 ? countedFrom(list, query) : undefined
    const walk = walkOfFilter(list, query, order, narrowedBy(list, query))
    const plain = { conditions: narrowed, order, empty: false, counted, walk }
    return ok(narrowed.length === 1 && isAlong(list, query, order) ? { ...plain, few: false } : plain)
  }
  const usual = order.sign.replace(/^-/, '') === list.defaultSort.replace(/^-/, '')
  const found = await search(reader, list, { words, locale: query.locale, filters: narrowed, usual })
  if (!found) return ok({ conditions: narrowed, order, empty: true })
  const conditions = [...narrowed, found.condition]
  const isRanked = query.sort === undefined && list.search?.rank !== undefined && (found.count ?? 0) <= MOST_RANKED
  if (sign === undefined ? !isRanked : sign !== BEST_FIRST || query.sort !== undefined) {
    const walk = walkAlong(list, query, found.walk, { order, others: narrowed })
    const plain = { conditions, order, empty: false, walk }
    if (found.count === undefined) return ok({ ...plain, few: false })
    if (found.walk !== undefined && !list.search?.rank) return ok(plain)
    // Of many it is not known where in the order they lie.
    return ok(found.count <= MOST_RANKED ? { ...plain, few: true } : { ...plain, many: true })
  }
  const by = list.search?.rank?.(words, query.locale)
  if (!by) return hostRefusals.invalid_cursor({ field: 'after' })
  return ok({
    conditions,
    order: { sign: BEST_FIRST, by, type: 'integer', nullable: false, descending: true },
    empty: false,
    few: false,
  })
}

/** What is filtered by is what is sorted by, or declared to go with it: one index does both. */
function isAlong(list: List, { filters = [] }: ListQuery, { sign }: Order): boolean {
  const sorted = sign.replace(/^-/, '')
  return filters.some(({ text }) => {
    const [key = '', operator] = text.split(':')
    const isOne = filters.length === 1 && operator === 'is' && sign === list.defaultSort
    return key === sorted || (isOne && list.columns[key]?.along === true) || goesWith(list, key, sign)
  })
}

/** Filtered by a bound of what is sorted by, or by what only rows with a value of it can have. */
function isValued(list: List, { filters = [] }: ListQuery, { sign }: Order): boolean {
  const sorted = sign.replace(/^-/, '')
  return filters.some(({ text }) => {
    const [key = '', operator = ''] = text.split(':')
    const column = list.columns[key]
    if (key === sorted) return column?.where === undefined && ['is', 'from', 'to', 'last'].includes(operator)
    return column?.implies === sorted && text === `${key}:is:true`
  })
}

function countedFrom(list: List, { filters = [] }: ListQuery) {
  const [first, ...more] = new Set(filters.map(({ text }) => text.split(':')[0] ?? ''))
  return first === undefined || more.length > 0 ? undefined : list.columns[first]?.counted
}

function goesWith({ shorthands = {} }: List, key: string, sign: string): boolean {
  return Object.values(shorthands).some(({ column, sort }) => column === key && sort === sign)
}

export function isSearch(query: ListQuery): boolean {
  return wordsOf(query) !== ''
}

function wordsOf({ search: typed }: ListQuery): string {
  return typed?.trim() ?? ''
}

/** Closed by default: a kind that the list does not know lets nothing through. */
function narrowedBy(list: List, { scope, theirs }: Pick<ListQuery, 'scope' | 'theirs'>): Fragment[] {
  if (scope !== undefined && theirs !== undefined) return [theirs]
  return SCOPE_KINDS.flatMap((kind) => {
    const codes = scope?.[kind]
    const sql = list.scope?.[kind]
    if (codes === undefined || sql === EVERY_ROW) return []
    return [sql === undefined ? trusted('false') : fragment`${trusted(sql)} = ANY(${codes}::text[])`]
  })
}

interface Searched {
  readonly words: string
  readonly locale: Locale
  readonly filters: readonly Fragment[]
  /** Sorted as the list is unless told otherwise. */
  readonly usual: boolean
}

/**
 * The first way that finds something; the last one, where none does. Only lists with a choice are asked beforehand. What the last way
 * finds is counted where it is ranked, and where it is narrowed or sorted otherwise: it may then lie far along the order, such as a name
 * among names, and the planner, who takes it for evenly spread, would walk to it.
 */
async function search(reader: Reader, list: List, { words, locale, filters, usual }: Searched) {
  const asked = await Promise.all((list.search?.ways ?? []).map(async (way) => way(words, locale, reader)))
  const ways = asked.flatMap((way) => (way === undefined ? [] : ['condition' in way ? way : { condition: way }]))
  const last = ways.at(-1)?.condition
  for (const { condition, isMany, walk } of ways) {
    const isPlain = usual && filters.length === 0
    if (condition === last && isPlain && !list.search?.rank) return { condition, walk, count: undefined }
    if (isMany && filters.length === 0) return { condition, walk, count: MOST_RANKED + 1 }
    // What is walked is asked for alone: how many there are says nothing of how far a page reaches.
    const isWalkedAlone = walk !== undefined && filters.length === 0 && !list.search?.rank
    const most = isWalkedAlone ? 1 : MOST_RANKED + 1
    const count = await countUpTo(reader, list, [...filters, condition], most)
    if (count > 0 || condition === last) return { condition, walk, count }
  }
  return undefined
}

export async function countUpTo(
  reader: Reader,
  list: List,
  conditions: readonly Fragment[],
  most: number,
  from: string = list.from,
): Promise<number> {
  const [row] = await reader.rows(adHoc<{ n: bigint }>`
    SELECT count(*) AS n FROM (SELECT 1 ${trusted(from)} WHERE ${allOf(conditions)} LIMIT ${most}) counted`)
  return Number(row?.n ?? 0n)
}

export function allOf(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? trusted('true') : joined(conditions, ' AND ')
}

function orderBy(list: List, asked: string, locale: Locale): Result<Order> {
  const sign = list.sorts && Object.hasOwn(list.sorts, asked) ? (list.sorts[asked] ?? asked) : asked
  const key = sign.replace(/^-/, '')
  const column: Column | undefined = Object.hasOwn(list.columns, key) ? list.columns[key] : undefined
  if (!column?.sort || column.sql === undefined) {
    return hostRefusals.not_sortable({ field: 'sort', params: { column: key.slice(0, 60) } })
  }
  const by = trusted(sqlOf(column.sql, locale))
  return ok({ sign, by, type: column.type, nullable: column.nullable ?? false, descending: sign.startsWith('-') })
}
