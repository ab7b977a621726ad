/**
 * A value of which there are many, read in the order of the list from where it is kept so (`Walk`): twenty thousand orders with one SKU cost a
 * page what fifty cost. Row after row is asked for the other conditions until the page is full, NEAR rows at most; if what fits lies
 * further on, it is looked up and sorted as without a walk.
 */
import { fragment, joined, trusted, type Fragment } from '../database/sql.ts'
import type { List, Walk } from './define-list.ts'
import { readFilters } from './filter.ts'
import type { ListQuery, Order } from './selection.ts'

export interface Walking extends Walk {
  readonly values: readonly string[]
  /** What is asked of each row beside the value. */
  readonly others: readonly Fragment[]
  /** Of those what the walk itself knows: from where to where. */
  readonly bounds: readonly Fragment[]
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

/** Where the list is sorted as the walk is. */
export function walkAlong(
  list: List,
  query: ListQuery,
  walk: (Walk & { readonly values: readonly string[] }) | undefined,
  { order, others }: Asked,
): Walking | undefined {
  const sorted = list.defaultSort.replace(/^-/, '')
  if (walk === undefined || order.sign.replace(/^-/, '') !== sorted || order.nullable) return undefined
  const column = list.columns[sorted]
  if (!column || list.keys.length !== 1) return undefined
  const there = { ...list, columns: { ...list.columns, [sorted]: { ...column, sql: walk.by } } }
  const bounds = readFilters(
    there,
    (query.filters ?? []).filter(({ text }) => keyOf(text) === sorted),
    scopeOf(query),
  )
  return bounds.ok ? { ...walk, others, bounds: bounds.value } : undefined
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
