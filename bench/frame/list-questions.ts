/**
 * Everything that a list declares, asked: each sort in both directions from the first page and from the middle, each filter with values
 * that are frequent, rare and nobody's, under each sort, searches, counts, and who is narrowed to a market.
 */
import { adHoc, trusted } from '../../server/src/host/database/sql.ts'
import type { Database } from '../../server/src/host/database/pool.ts'
import { encodeCursor } from '../../server/src/host/http/pagination.ts'
import { sqlOf, type Column, type List, type Operator } from '../../server/src/host/lists/define-list.ts'
import type { PageQuery } from '../../server/src/host/lists/read-list.ts'

export interface Asked {
  /** What kind of question: of each kind the slowest is shown. */
  readonly kind: 'first page' | 'middle page' | 'filter' | 'search' | 'scope' | 'count'
  readonly words: string
  readonly query: Partial<PageQuery>
}

/** As people type them; a list has what some of them find. */
const TYPED = [
  'ada',
  'elena c',
  'xylophone',
  'c1234@',
  '1004711',
  'sku-7',
  'inv-2026-0004711',
  'po_77',
  'dpd_77',
  'm-77',
]

/** Values of conditions that are no column. */
const SAID: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  orders: { sku: ['sku-7', 'nobody-has-it'] },
}

const filtered = (...texts: string[]) => texts.map((text, index) => ({ text, field: `filter.${index}` }))

export async function questionsOf(database: Database, list: List): Promise<Asked[]> {
  const sorts = Object.entries(list.columns).flatMap(([key, { sort }]) => (sort ? [key, `-${key}`] : []))
  const filters = (
    await Promise.all(
      Object.entries(list.columns).map(async ([key, column]) => filtersOf(database, list, [key, column])),
    )
  ).flat()
  const middles = await Promise.all(sorts.map(async (sort) => [sort, await middleOf(database, list, sort)] as const))
  const codes = list.scope?.market === undefined ? [] : [['it'], ['id'], ['nowhere']]
  return [
    ...sorts.map((sort): Asked => ({ kind: 'first page', words: sort, query: { sort } })),
    ...middles.flatMap(([sort, after]): Asked[] =>
      after === undefined ? [] : [{ kind: 'middle page', words: sort, query: { sort, after } }],
    ),
    ...filters.flatMap((filter) =>
      sorts.map((sort): Asked => ({
        kind: 'filter',
        words: `${filter} by ${sort}`,
        query: { sort, filters: filtered(filter) },
      })),
    ),
    ...(list.search ? TYPED : []).flatMap((search) => [
      { kind: 'search' as const, words: search, query: { search } },
      ...sorts.map((sort): Asked => ({ kind: 'search', words: `${search} by ${sort}`, query: { search, sort } })),
      ...filters.map((filter): Asked => ({
        kind: 'search',
        words: `${search}, ${filter}`,
        query: { search, filters: filtered(filter) },
      })),
    ]),
    ...codes.flatMap((market) =>
      sorts.map((sort): Asked => ({
        kind: 'scope',
        words: `${market.join()} by ${sort}`,
        query: { sort, scope: { market } },
      })),
    ),
    ...filters.map((filter): Asked => ({ kind: 'count', words: filter, query: { filters: filtered(filter) } })),
    ...(list.search ? TYPED : []).map((search): Asked => ({ kind: 'count', words: search, query: { search } })),
  ]
}

/** The page behind the row in the middle. */
async function middleOf(database: Database, list: List, sort: string): Promise<string | undefined> {
  const descending = sort.startsWith('-') ? 'DESC' : 'ASC'
  const column = list.columns[sort.replace(/^-/, '')]
  const by = sqlOf(column?.sql ?? '', 'it')
  const keys = list.keys.map((key) => key.sql)
  const row = await database.row(adHoc<{ by: string | null; keys: string[] }>`
    SELECT (${trusted(by)})::text AS by, ARRAY[${trusted(keys.map((key) => `${key}::text`).join(', '))}] AS keys ${trusted(list.from)}
    WHERE ${trusted(by)} IS NOT NULL
    ORDER BY ${trusted([by, ...keys].map((one) => `${one} ${descending}`).join(', '))}
    OFFSET (SELECT count(*) / 2 ${trusted(list.from)} WHERE ${trusted(by)} IS NOT NULL) LIMIT 1`)
  return row && encodeCursor([sort, row.by, ...row.keys])
}

async function filtersOf(database: Database, list: List, [key, column]: readonly [string, Column]): Promise<string[]> {
  const written = async (operator: Operator): Promise<string[]> =>
    (await valuesOf(database, list, [key, column], operator)).map((value) => `${key}:${operator}:${value}`)
  return (await Promise.all((column.filter ?? []).map(written))).flat()
}

/** What is frequent, what is rare, and, of a range, a tenth from either end. */
async function valuesOf(
  database: Database,
  list: List,
  [key, column]: readonly [string, Column],
  operator: Operator,
): Promise<readonly string[]> {
  if (column.values !== undefined) return column.values
  if (column.type === 'boolean' || operator === 'empty') return ['true', 'false']
  if (operator === 'last') return ['7d', '30d']
  const said = SAID[list.name]?.[key]
  if (said || column.sql === undefined || column.where) return said ?? []
  const by = trusted(sqlOf(column.sql, 'it'))
  const isRange = operator === 'from' || operator === 'to'
  const rows = await (isRange
    ? database.rows(adHoc<{ value: string }>`
        SELECT unnest(percentile_disc(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY ${by}))::text AS value ${trusted(list.from)}`)
    : database.rows(adHoc<{ value: string }>`
        WITH found AS (SELECT (${by})::text AS value, count(*) AS n ${trusted(list.from)} WHERE ${by} IS NOT NULL GROUP BY 1)
        (SELECT value FROM found ORDER BY n DESC, value LIMIT 1) UNION (SELECT value FROM found ORDER BY n, value LIMIT 1)`))
  return rows.map(({ value }) => (column.type === 'instant' ? new Date(value).toISOString().slice(0, 10) : value))
}
