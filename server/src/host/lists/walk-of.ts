/**
 * A value of which there are many, read in the order of the list from where it is kept so (`Walk`): twenty thousand orders with one SKU cost a
 * page what fifty cost. Row after row is asked for the other conditions until the page is full, NEAR rows at most; if what fits lies
 * further on, it is looked up and sorted as without a walk. In other orders that are kept there, all that the value keeps is sorted first,
 * which costs an index's rows and not the list's; of what half the list has, one looks along the list's own order before.
 */
import type { Database } from '../database/pool.ts'
import { adHoc, fragment, joined, trusted, type Fragment } from '../database/sql.ts'
import type { List, Walk } from './define-list.ts'
import { readFilters } from './filter.ts'
import type { ListQuery, Order } from './selection.ts'

export interface Walking extends Walk {
  readonly values: readonly string[]
  /** What is asked of each row beside the value. */
  readonly others: readonly Fragment[]
  /** Of those what the walk itself knows: from where to where. */
  readonly bounds: readonly Fragment[]
  /** Its index goes in this order; else all that the value keeps is sorted. */
  readonly inOrder: boolean
}

interface Asked {
  readonly order: Order
  readonly others: readonly Fragment[]
}

/** By the first filter that can be walked along. `scoped`: what narrows the list beside its filters. */
export function walkOfFilter(list: List, query: ListQuery, order: Order, scoped: readonly Fragment[]) {
  const filters = query.filters ?? []
  const key = filters.map(({ text }) => keyOf(text)).find((one) => list.columns[one]?.walk !== undefined)
  const walk = key === undefined ? undefined : list.columns[key]?.walk
  if (walk === undefined) return undefined
  const [mine, rest] = [
    filters.filter(({ text }) => keyOf(text) === key),
    filters.filter(({ text }) => keyOf(text) !== key),
  ]
  const others = readFilters(list, rest, scopeOf(query))
  const values = mine.map(({ text }) => text.split(':').slice(2).join(':'))
  return others.ok
    ? walkAlong(list, query, { ...walk, values }, { order, others: [...others.value, ...scoped] })
    : undefined
}

/** Where the walk knows what the list is sorted by. */
export function walkAlong(
  list: List,
  query: ListQuery,
  walk: (Walk & { readonly values: readonly string[] }) | undefined,
  { order, others }: Asked,
): Walking | undefined {
  if (walk === undefined || order.nullable || list.keys.length !== 1) return undefined
  const usual = list.defaultSort.replace(/^-/, '')
  const known: Readonly<Record<string, string>> = { ...walk.sorts, [usual]: walk.by }
  const sorted = order.sign.replace(/^-/, '')
  const by = known[sorted]
  if (by === undefined) return undefined
  const bounds = readFilters(
    inItsColumns(list, known),
    (query.filters ?? []).filter(({ text }) => known[keyOf(text)] !== undefined),
    scopeOf(query),
  )
  return bounds.ok ? { ...walk, by, others, bounds: bounds.value, inOrder: sorted === usual } : undefined
}

/** The list as if its columns stood where the walk has them. */
function inItsColumns(list: List, known: Readonly<Record<string, string>>): List {
  const there = Object.entries(known).flatMap(([key, sql]) => {
    const column = list.columns[key]
    return column === undefined ? [] : [[key, { ...column, sql }] as const]
  })
  return { ...list, columns: { ...list.columns, ...Object.fromEntries(there) } }
}

/** Whether its values keep more than so many rows: a count over the index of the walk alone. */
export async function keepsMore(
  reader: Pick<Database, 'rows'>,
  { from, where, values, bounds }: Walking,
  most: number,
): Promise<boolean> {
  const any = fragment`(${joined([...new Set(values)].map(where), ' OR ')})`
  const [row] = await reader.rows(adHoc<{ n: bigint }>`
    SELECT count(*) AS n FROM (SELECT 1 ${trusted(from)} WHERE ${joined([any, ...bounds], ' AND ')} LIMIT ${most + 1}) counted`)
  return Number(row?.n ?? 0n) > most
}

const keyOf = (text: string) => text.slice(0, Math.max(0, text.indexOf(':')))
const scopeOf = ({ zone, locale, now }: ListQuery) => ({ zone: zone ?? 'UTC', locale, now })

interface Part {
  readonly order: Order
  /** Behind the last row seen, in the walk's own columns. */
  readonly behind: readonly Fragment[]
  readonly limit: number
  /** How far is walked. */
  readonly most: number
}

/** The rows of a page, whole. Nothing is pushed into a subquery with LIMIT or OFFSET, and its order is kept: one row after the other is asked. */
export function walkedRows(list: List, walking: Walking, { order, behind, limit, most }: Part): Fragment {
  const { from, by, key, where, values, bounds, others } = walking
  const direction = trusted(order.descending ? ' DESC' : '')
  const as = trusted(list.as)
  const ofValue = (value: string) => fragment`
    SELECT ${trusted(by)} AS list_by, ${trusted(key)} AS list_key ${trusted(from)}
    WHERE ${joined([where(value), ...bounds, ...behind], ' AND ')}
    ORDER BY ${trusted(by)}${direction}, ${trusted(key)}${direction} LIMIT ${most}`
  const [first = '', ...more] = new Set(values)
  const walked =
    more.length === 0
      ? ofValue(first)
      : fragment`${joined(
          [first, ...more].map((value) => fragment`(${ofValue(value)})`),
          ' UNION ',
        )} ORDER BY list_by${direction}, list_key${direction} LIMIT ${most}`
  const fits = [fragment`${trusted(list.keys[0]?.sql ?? 'id')} = walked.list_key`, ...others]
  return fragment`SELECT ${as}.*, walked.list_by FROM (${walked}) walked CROSS JOIN LATERAL (
      SELECT ${trusted(list.base ?? `${list.as}.*`)} ${trusted(list.from)} WHERE ${joined(fits, ' AND ')} OFFSET 0) ${as}
    ORDER BY walked.list_by${direction}, walked.list_key${direction} LIMIT ${limit}`
}
