import { ok, type Result } from '../../kernel/result.ts'
import { adHoc, fragment, joined, trusted, type Fragment, type Sql } from '../database/sql.ts'
import { encodeCursor, isCursorPart, openCursor, type CursorPart, type Page } from '../http/pagination.ts'
import type { Locale } from '../i18n/locales.ts'
import { hostRefusals } from '../refusals.ts'
import { sqlOf, type ColumnType, type List } from './define-list.ts'
import {
  allOf,
  countUpTo,
  isSearch,
  selectFrom,
  type ListQuery,
  type Order,
  type Reader,
  type Selection,
} from './selection.ts'
import { keepsMore, walkedRows, type Walking } from './walk-of.ts'

export interface PageQuery extends ListQuery {
  readonly after?: string | undefined
  readonly limit: number
}

const cursorParts: Readonly<Record<ColumnType, CursorPart>> = {
  text: 'text',
  enum: 'text',
  integer: 'integer',
  money: 'integer',
  instant: 'instant',
  date: 'date',
  boolean: 'text',
  id: 'id',
}
const casts: Readonly<Record<CursorPart, Fragment>> = {
  text: trusted('text'),
  integer: trusted('bigint'),
  instant: trusted('timestamptz'),
  date: trusted('date'),
  id: trusted('uuid'),
}

interface Position {
  /** Null among the rows whose sort value is null, which come last. */
  readonly value: string | null
  readonly keys: readonly string[]
}

function readPosition(list: List, { order }: Selection, after: string | undefined): Result<Position | undefined> {
  if (after === undefined) return ok(undefined)
  const [sign, value, ...keys] = openCursor(after) ?? []
  const part = cursorParts[order.type]
  const isRight =
    sign === order.sign &&
    (value === null ? order.nullable : isCursorPart(part, value)) &&
    keys.length === list.keys.length &&
    list.keys.every((key, index) => isCursorPart(key.type, keys[index]))
  if (!isRight) return hostRefusals.invalid_cursor({ field: 'after' })
  return ok({ value: value as string | null, keys: keys as string[] })
}

interface ListRow {
  readonly list_sort: string | null
  readonly list_keys: string[]
}

/** One page. Rows without a sort value are a second, equally indexed read, made only when the first has run dry. */
export async function readPage<View>(reader: Reader, list: List<View>, query: PageQuery): Promise<Result<Page<View>>> {
  const sign = query.after === undefined ? undefined : String(openCursor(query.after)?.[0])
  const selection = await selectFrom(reader, list, query, sign)
  if (!selection.ok) return selection
  const { order, empty, valued } = selection.value
  const position = readPosition(list, selection.value, query.after)
  if (!position.ok) return position
  if (empty) return ok({ items: [], nextCursor: null })
  const wanted = query.limit + 1
  const way = await wayTo(reader, list, selection.value)
  const read = (nulls: boolean, limit: number): Promise<ListRow[]> =>
    readRows(reader, list, selection.value, { locale: query.locale, position: position.value, nulls, limit, way })
  const rows = position.value?.value === null ? [] : await read(false, wanted)
  if (order.nullable && valued !== true && rows.length < wanted) rows.push(...(await read(true, wanted - rows.length)))
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map((row) => list.present(row as never, query.locale)),
    nextCursor:
      rows.length > query.limit && last ? encodeCursor([order.sign, last.list_sort, ...last.list_keys]) : null,
  })
}

/** As many as are found by the filter's index and sorted in a few milliseconds, wherever they lie in a million rows. */
const FEW = 1_000

/** How far one looks along the order for many before they are looked for by their filter: a few milliseconds. */
const NEAR = 2_000

/** As many as are sorted out of an index within some twenty milliseconds; where one value keeps more, the next page lies near. */
const SORTED = 30_000

/**
 * Along the order's index until the page is full; so but not further than NEAR; as far along what one value keeps; or found by the filter's
 * index and then sorted.
 */
type Way = 'along' | 'near' | 'walked' | 'apart'

/**
 * The planner takes what a filter keeps for evenly spread over the order, and walks along the order's index until the page is full: the
 * right way where there are many. Where they are few it would look through the whole table, so they are counted first. Many may
 * still lie together at the other end (what expired is old): then the walk ends before them, and they are sorted as few are, which
 * costs what they are and not what the table is. What a search finds was counted on its way, or is left to the planner.
 */
async function wayTo(reader: Reader, list: List, { conditions, few, many, counted, walk }: Selection): Promise<Way> {
  if (walk !== undefined && few !== true)
    return walk.inOrder || !(await keepsMore(reader, walk, SORTED)) ? 'walked' : 'near'
  if (many === true) return 'near'
  if (few !== undefined || conditions.length === 0) return few === true ? 'apart' : 'along'
  return (await countUpTo(reader, list, conditions, FEW + 1, counted)) <= FEW ? 'apart' : 'near'
}

interface Part {
  readonly locale: Locale
  readonly position: Position | undefined
  readonly nulls: boolean
  readonly limit: number
  readonly way: Way
}

/** Of the rows with a sort value, or of those without, the next ones. */
async function readRows(reader: Reader, list: List, selection: Selection, part: Part): Promise<ListRow[]> {
  const { way, ...page } = part
  const ask = (which: Way): Promise<ListRow[]> => reader.rows(pageSql(list, selection, { ...page, way: which }))
  const ways: readonly Way[] =
    way === 'near' && selection.walk ? ['near', 'walked'] : way === 'near' || way === 'walked' ? [way] : []
  for (const one of ways) {
    const rows = await ask(one)
    if (rows.length >= part.limit) return rows
  }
  return ask(ways.length === 0 ? way : 'apart')
}

interface PageSql {
  readonly locale: Locale
  readonly position: Position | undefined
  readonly nulls: boolean
  readonly limit: number
  readonly way: Way
}

function walkedSql(list: List, walking: Walking, order: Order, page: PageSql): Sql<ListRow> {
  const there = { ...order, by: trusted(walking.by) }
  const keys = list.keys.map((key) => ({ ...key, sql: walking.key }))
  const behind = placed({ ...list, keys }, there, page)
  return shownSql(list, order, page.locale, walkedRows(list, walking, { order, behind, limit: page.limit, most: NEAR }))
}

function pageSql(list: List, { conditions, order, walk: walking }: Selection, page: PageSql): Sql<ListRow> {
  if (page.way === 'walked' && walking) return walkedSql(list, walking, order, page)
  const behind = placed(list, order, page)
  const direction = order.descending ? ' DESC' : ''
  const isAlong = page.way === 'along'
  const keys = list.keys.map((key) => trusted((isAlong ? key.sql : lastName(list, key.sql)) + direction))
  const value = isAlong ? order.by : trusted(`${list.as}.list_by`)
  const by = page.nulls ? keys : [fragment`${value}${trusted(direction)}`, ...keys]
  const end = fragment`ORDER BY ${joined(by, ', ')} LIMIT ${page.limit}`
  const rows: Rows = { where: [...conditions, ...behind], order, locale: page.locale, way: page.way }
  if (page.way !== 'near') return rowsSql(list, rows, end)
  const walked = list.keys.map((key) => trusted(key.sql + direction))
  const walk = page.nulls ? walked : [fragment`${order.by}${trusted(direction)}`, ...walked]
  const near = fragment`ORDER BY ${joined(walk, ', ')} LIMIT ${NEAR}`
  return rowsSql(list, { ...rows, where: behind, fits: allOf(conditions), near }, end)
}

/** Behind the last row seen. */
function placed(list: List, order: Order, { position, nulls }: Pick<PageSql, 'position' | 'nulls'>): Fragment[] {
  const part = order.nullable ? [fragment`${order.by} ${trusted(nulls ? 'IS NULL' : 'IS NOT NULL')}`] : []
  const behind = position && compared(list, order, position, nulls)
  return [...part, ...(behind ? [behind] : [])]
}

/** Nothing for the first row without a value: all of those come after the last one with. */
function compared(list: List, order: Order, { value, keys }: Position, nulls: boolean): Fragment | undefined {
  const asked = order.descending ? '<' : '>'
  const sign = trusted(asked)
  const keySql = list.keys.map((key) => trusted(key.sql))
  const keyValues = list.keys.map((key, index) => fragment`${keys[index]}::${casts[key.type]}`)
  if (nulls) {
    if (value !== null) return undefined
    return fragment`(${joined(keySql, ', ')}) ${sign} (${joined(keyValues, ', ')})`
  }
  const key = fragment`${value}::${casts[cursorParts[order.type]]}`
  const whole = fragment`(${joined([order.by, ...keySql], ', ')}) ${sign} (${joined([key, ...keyValues], ', ')})`
  // Said twice for lists over several tables, where a row comparison alone finds no index.
  return fragment`${order.by} ${trusted(`${asked}=`)} ${key} AND ${whole}`
}

interface Rows {
  readonly where: readonly Fragment[]
  readonly order: Order
  readonly locale: Locale
  readonly way?: Way
  /** Of each row that the walk passes whether it fits, and where the walk ends. */
  readonly fits?: Fragment
  readonly near?: Fragment
}

/**
 * The rows with what a cursor needs of them; details are joined to those that are shown, and to no others. *Apart*: found before they
 * are sorted, since the planner looks at no index of the order for a subquery with OFFSET. *Near*: one row after the other is asked
 * whether it fits, and as soon as the page is full nobody goes on (nothing is pushed into a subquery with LIMIT).
 */
function rowsSql(list: List, rows: Rows, end: Fragment): Sql<ListRow> {
  const { where, order, locale, way, fits, near } = rows
  const found = (columns: string, which: readonly Fragment[], more = trusted('')) => fragment`
    SELECT ${trusted(columns)}, ${order.by} AS list_by${more} ${trusted(list.from)} WHERE ${allOf(which)}`
  const whole = list.base ?? `${list.as}.*`
  const as = trusted(list.as)
  const apart = () => among(list, fragment`SELECT * FROM (${found(keysOf(list), where)} OFFSET 0) ${as} ${end}`)
  const walk = () => fragment`SELECT * FROM (${found(whole, where, fragment`, (${fits}) AS list_fits`)} ${near}) ${as}
    WHERE ${as}.list_fits ${end}`
  const inner =
    way === 'apart' ? found(whole, [apart()]) : way === 'near' ? walk() : fragment`${found(whole, where)} ${end}`
  return shownSql(list, order, locale, inner)
}

/** What a page shows of its rows, each with what a cursor needs. */
function shownSql(list: List, order: Order, locale: Locale, inner: Fragment): Sql<ListRow> {
  const keys = list.keys.map((key) => `${lastName(list, key.sql)}::text`).join(', ')
  const direction = order.descending ? ' DESC' : ''
  const again = [
    `${list.as}.list_by${direction} NULLS LAST`,
    ...list.keys.map((key) => lastName(list, key.sql) + direction),
  ]
  return adHoc<ListRow>`
    SELECT ${trusted(sqlOf(list.select, locale))}, ${trusted(`${list.as}.list_by::text AS list_sort, ARRAY[${keys}] AS list_keys`)}
    FROM (${inner}) ${trusted(`${list.as} ${list.details ?? ''} ORDER BY ${again.join(', ')}`)}`
}

const keysOf = (list: List) => list.keys.map((key) => key.sql).join(', ')

/** Sorted with their keys alone, a third of what whole rows cost; only those that are shown are read whole. */
function among(list: List, sorted: Fragment): Fragment {
  const names = list.keys.map((key) => lastName(list, key.sql)).join(', ')
  return fragment`(${trusted(keysOf(list))}) IN (SELECT ${trusted(names)} FROM (${sorted}) ${trusted(list.as)})`
}

/** Outside, the columns of every joined table bear the list's own alias. */
function lastName(list: List, sql: string): string {
  return `${list.as}.${sql.slice(sql.lastIndexOf('.') + 1)}`
}

export interface Count {
  readonly count: number
  /** There are more. */
  readonly capped: boolean
}

export const COUNT_CAP = 10_000
/** Each row that a search finds is read to see whether it is one: ten times as dear. */
const SEARCH_COUNT_CAP = 1_000

export async function countList(
  reader: Reader,
  list: List,
  query: ListQuery,
  cap = isSearch(query) ? SEARCH_COUNT_CAP : COUNT_CAP,
): Promise<Result<Count>> {
  const selection = await selectFrom(reader, list, query)
  if (!selection.ok) return selection
  if (selection.value.empty) return ok({ count: 0, capped: false })
  const found = await countUpTo(reader, list, selection.value.conditions, cap + 1, selection.value.counted)
  return ok({ count: Math.min(found, cap), capped: found > cap })
}

/** Every row in its order, as one statement for a cursor of the database. */
export function wholeSql(list: List, { conditions, order }: Selection, locale: Locale): Sql<ListRow> {
  return rowsSql(list, { where: conditions, order, locale }, trusted(''))
}

/** The ids of what is selected, `limit` at most, in their order: for actions on many. */
export async function listIds(reader: Reader, list: List, query: ListQuery, limit: number): Promise<Result<string[]>> {
  const selection = await selectFrom(reader, list, query)
  if (!selection.ok) return selection
  const { conditions, empty } = selection.value
  if (empty) return ok([])
  const id = trusted(list.keys[0]?.sql ?? 'id')
  const rows = await reader.rows(adHoc<{ id: string }>`
    SELECT ${id}::text AS id ${trusted(list.from)} WHERE ${allOf(conditions)} ORDER BY ${id} LIMIT ${limit}`)
  return ok(rows.map((row) => row.id))
}
