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
  const { order, empty } = selection.value
  const position = readPosition(list, selection.value, query.after)
  if (!position.ok) return position
  if (empty) return ok({ items: [], nextCursor: null })
  const wanted = query.limit + 1
  const few = await areFew(reader, list, selection.value)
  const read = (nulls: boolean, limit: number): Promise<ListRow[]> =>
    reader.rows(pageSql(list, selection.value, { locale: query.locale, position: position.value, nulls, limit, few }))
  const rows = position.value?.value === null ? [] : await read(false, wanted)
  if (order.nullable && rows.length < wanted) rows.push(...(await read(true, wanted - rows.length)))
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map((row) => list.present(row as never, query.locale)),
    nextCursor:
      rows.length > query.limit && last ? encodeCursor([order.sign, last.list_sort, ...last.list_keys]) : null,
  })
}

/**
 * As many as are found by the filter's index and sorted in some tens of milliseconds, wherever they lie in a million rows; counting
 * that far takes one or two.
 */
const FEW = 10_000

/**
 * The planner takes what a filter keeps for evenly spread over the order, and walks along the order's index until the page is full: the
 * right way where there are many. Where they are few, or lie at the other end, it would look through the whole table; so they are
 * counted first. What a search finds was counted on its way, or is left to the planner.
 */
async function areFew(reader: Reader, list: List, { conditions, few }: Selection): Promise<boolean> {
  if (few !== undefined || conditions.length === 0) return few ?? false
  return (await countUpTo(reader, list, conditions, FEW + 1)) <= FEW
}

interface PageSql {
  readonly locale: Locale
  readonly position: Position | undefined
  readonly nulls: boolean
  readonly limit: number
  /** So few that they are found by their filter and then sorted. */
  readonly few: boolean
}

function pageSql(list: List, { conditions, order }: Selection, page: PageSql): Sql<ListRow> {
  const where = [...conditions]
  if (order.nullable) where.push(fragment`${order.by} ${trusted(page.nulls ? 'IS NULL' : 'IS NOT NULL')}`)
  const behind = page.position && isBehind(list, order, page.position, page.nulls)
  if (behind) where.push(behind)
  const direction = order.descending ? ' DESC' : ''
  const keys = list.keys.map((key) => trusted((page.few ? lastName(list, key.sql) : key.sql) + direction))
  const value = page.few ? trusted(`${list.as}.list_by`) : order.by
  const by = page.nulls ? keys : [fragment`${value}${trusted(direction)}`, ...keys]
  const end = fragment`ORDER BY ${joined(by, ', ')} LIMIT ${page.limit}`
  return rowsSql(list, { where, order, locale: page.locale, isApart: page.few }, end)
}

/** Nothing for the first row without a value: all of those come after the last one with. */
function isBehind(list: List, order: Order, { value, keys }: Position, nulls: boolean): Fragment | undefined {
  const sign = trusted(order.descending ? '<' : '>')
  const keySql = list.keys.map((key) => trusted(key.sql))
  const keyValues = list.keys.map((key, index) => fragment`${keys[index]}::${casts[key.type]}`)
  if (nulls) {
    if (value !== null) return undefined
    return fragment`(${joined(keySql, ', ')}) ${sign} (${joined(keyValues, ', ')})`
  }
  const key = fragment`${value}::${casts[cursorParts[order.type]]}`
  const whole = fragment`(${joined([order.by, ...keySql], ', ')}) ${sign} (${joined([key, ...keyValues], ', ')})`
  // Said twice for lists over several tables, where a row comparison alone finds no index.
  return fragment`${order.by} ${trusted(order.descending ? '<=' : '>=')} ${key} AND ${whole}`
}

interface Rows {
  readonly where: readonly Fragment[]
  readonly order: Order
  readonly locale: Locale
  /** Found before they are sorted: the planner looks at no index of the order (PostgreSQL keeps a subquery with OFFSET apart). */
  readonly isApart?: boolean
}

/** The rows with what a cursor needs of them; details are joined to those that are shown, and to no others. */
function rowsSql(list: List, { where, order, locale, isApart }: Rows, end: Fragment): Sql<ListRow> {
  const found = fragment`
    SELECT ${trusted(list.base ?? `${list.as}.*`)}, ${order.by} AS list_by
    ${trusted(list.from)} WHERE ${allOf(where)}`
  const inner = isApart
    ? fragment`SELECT * FROM (${found} OFFSET 0) ${trusted(list.as)} ${end}`
    : fragment`${found} ${end}`
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
  const found = await countUpTo(reader, list, selection.value.conditions, cap + 1)
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
