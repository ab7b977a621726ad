import type { Locale } from '../i18n/locales.ts'
import type { ScopeKind } from '../actor.ts'
import type { Database } from '../database/pool.ts'
import type { Fragment } from '../database/sql.ts'

/**
 * A list declares its columns once; page, count, export and the screen's description all follow from that, so that they
 * cannot disagree. What is declared as sortable or filterable stands on an index (house.md, "Lists declare"), which
 * lists.test.ts proves with EXPLAIN for every list of the house. Everything else is found by search.
 */
export const COLUMN_TYPES = ['text', 'integer', 'money', 'instant', 'date', 'enum', 'boolean', 'id'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

export type Operator = 'is' | 'not' | 'from' | 'to' | 'last' | 'empty'

/** Which operators a type can have; a column declares those that its indexes carry. */
export const OPERATORS: Readonly<Record<ColumnType, readonly Operator[]>> = {
  text: ['is', 'empty'],
  integer: ['is', 'from', 'to', 'empty'],
  money: ['is', 'from', 'to', 'empty'],
  instant: ['from', 'to', 'last', 'empty'],
  date: ['is', 'from', 'to', 'last', 'empty'],
  enum: ['is', 'not'],
  boolean: ['is'],
  id: ['is', 'empty'],
}

/** Written by the list's author, never by a request; by language where names are kept in several. */
export type ColumnSql = string | ((locale: Locale) => string)

export interface Column {
  readonly type: ColumnType
  /** What is filtered and sorted by; left out for columns that are only shown. */
  readonly sql?: ColumnSql
  readonly filter?: readonly Operator[]
  /** Has an index in which the list's keys follow. */
  readonly sort?: boolean
  /** One value of it has an index in which the default sort and the keys follow: a page of it is walked, whatever else there is. */
  readonly along?: boolean
  /** Where the rows of one value stand in the order of the default sort, outside of the list's own tables. */
  readonly walk?: Walk
  /** Of the list's tables the one that is enough to count what it keeps, where nothing else is filtered by. */
  readonly counted?: `FROM ${string}`
  /** May be null: sorted last either way. */
  readonly nullable?: boolean
  /** False for what can be filtered by and is no column of the table. */
  readonly shown?: boolean
  /** Beside the list's own: who lacks it finds the column nowhere, neither on pages nor in files. */
  readonly permission?: string
  /** Of an enum, in the order in which people see them. */
  readonly values?: readonly string[]
  /** What is true of it has a value in this column: nobody sorts by that one and looks among those without. */
  readonly implies?: string
  /** Another condition for `is` than `sql = value`: a category with those below it, a tag among several. */
  readonly where?: (values: readonly string[]) => Fragment
}

export interface Key {
  readonly sql: string
  readonly type: 'id' | 'text'
}

/**
 * A table with an index of (value, default sort, key): what one value keeps is read from it page by page, however much that is, instead of
 * being looked up and sorted. For lists of one key, sorted by what is never null.
 */
export interface Walk {
  readonly from: `FROM ${string}`
  /** What the list is sorted by unless told otherwise, as it stands there. */
  readonly by: string
  readonly key: string
  readonly where: (value: string) => Fragment
  /** What else the list is sorted by, by its column: what one value keeps is read from the index alone and then sorted. */
  readonly sorts?: Readonly<Record<string, string>>
}

type Reader = Pick<Database, 'rows'>

/**
 * How one looks for what was typed; `isMany` where it is known to find more than anybody ranks, so that nobody counts. `walk`: where the
 * same rows stand in the order of the list.
 */
export interface Way {
  readonly condition: Fragment
  readonly isMany?: boolean
  readonly walk?: Walk & { readonly values: readonly string[] }
}

type MaybeWay = Fragment | Way | undefined

export interface Search {
  /**
   * Conditions, each asked only where those before it find nothing: words first, then what resembles them. One may answer
   * undefined for what it cannot search for.
   */
  readonly ways: readonly ((words: string, locale: Locale, reader: Reader) => MaybeWay | Promise<MaybeWay>)[]
  /** Whole numbers, the higher the better: the order of a search that finds little, where no other is asked for. */
  readonly rank?: (words: string, locale: Locale) => Fragment
}

export interface Shorthand {
  readonly column: string
  /** The sort that goes with it where no other is asked for. */
  readonly sort?: string
}

/** For rows of no market, or at no location: whoever may read the list sees them, however they are narrowed. */
export const EVERY_ROW = 'every row'

export interface ListSpec<Row, View> {
  /** `orders`: names its operations, its words (`lists.orders` of the department's locales) and its file. */
  readonly name: string
  /** Whose words it speaks: the department. */
  readonly namespace: string
  readonly columns: Readonly<Record<string, Column>>
  /** The table with its alias: `FROM orders.sales_order o`. */
  readonly from: `FROM ${string}`
  readonly as: string
  /** What of it the details and the row are made from; all of it unless told. */
  readonly base?: string
  /** Joins for showing alone: made for the rows of a page, not for those that are looked through. */
  readonly details?: string
  readonly select: ColumnSql
  /** Together unique; they follow every sort. */
  readonly keys: readonly Key[]
  /** A sortable column, `-` before it for descending. */
  readonly defaultSort: string
  readonly search?: Search
  /**
   * The code by which a kind of scope narrows the rows, in the list's own tables. Who is narrowed by a kind that is not named here
   * sees nothing: page, count, export, search and action on many alike.
   */
  readonly scope?: Readonly<Partial<Record<ScopeKind, string>>>
  /** Parameters of their own for filters that are asked often; `is` is meant. */
  readonly shorthands?: Readonly<Record<string, Shorthand>>
  /** Other names of sorts. */
  readonly sorts?: Readonly<Record<string, string>>
  readonly present: (row: Row, locale: Locale) => View
}

export type List<View = unknown> = ListSpec<never, View>

/** Checks what a declaration promises; a mistake stops the start. */
export function defineList<Row, View>(spec: ListSpec<Row, View>): List<View> {
  for (const [key, column] of Object.entries(spec.columns)) checkColumn(`${spec.name}.${key}`, column)
  const sorted = spec.columns[spec.defaultSort.replace(/^-/, '')]
  if (!sorted?.sort) throw new Error(`The list ${spec.name} is sorted by ${spec.defaultSort}, which it cannot be.`)
  for (const { column } of Object.values(spec.shorthands ?? {})) {
    if (!spec.columns[column]?.filter?.includes('is')) throw new Error(`${spec.name} has no filter ${column}:is.`)
  }
  return Object.freeze(spec) as unknown as List<View>
}

function checkColumn(name: string, column: Column): void {
  const needsSql = column.sort || (column.filter ?? []).some((operator) => operator !== 'is' || !column.where)
  if (needsSql && column.sql === undefined) throw new Error(`The column ${name} is sorted or filtered without sql.`)
  const unknown = column.filter?.find((operator) => !OPERATORS[column.type].includes(operator))
  if (unknown !== undefined) throw new Error(`The column ${name} is ${column.type} and has no filter ${unknown}.`)
  if (column.walk && !column.filter?.includes('is')) throw new Error(`${name} is walked for no filter.`)
  if (column.along && !column.filter?.includes('is')) throw new Error(`${name} goes along with no filter.`)
  if ((column.type === 'enum') !== (column.values !== undefined)) throw new Error(`${name}: values belong to enums.`)
  if (column.filter?.includes('empty') && !column.nullable) throw new Error(`${name} is never empty.`)
}

export function sqlOf(sql: ColumnSql, locale: Locale): string {
  return typeof sql === 'string' ? sql : sql(locale)
}

// i18n-dynamic: lists.*
export function labelKey(list: List, column: string): string {
  return `${list.namespace}.lists.${list.name}.columns.${column}`
}

export function valueKey(list: List, column: string, value: string): string {
  return `${list.namespace}.lists.${list.name}.values.${column}.${value}`
}
