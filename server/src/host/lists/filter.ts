import { isUuid } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addDays, isLocalDate, localDateIn, startOfDay, type LocalDate } from '../../kernel/time.ts'
import { fragment, trusted, type Fragment } from '../database/sql.ts'
import type { Locale } from '../i18n/locales.ts'
import { hostRefusals } from '../refusals.ts'
import { sqlOf, type Column, type ColumnType, type List, type Operator } from './define-list.ts'

/** What a filter is read against. */
export interface FilterScope {
  readonly locale: Locale
  /** IANA zone in which days are meant. */
  readonly zone: string
  readonly now: Date
}

/** A condition as it was sent, and the parameter that it came in. */
export interface FilterText {
  readonly text: string
  readonly field: string
}

interface Asked {
  readonly key: string
  readonly column: Column
  readonly operator: Operator
  readonly values: string[]
  readonly field: string
}

/**
 * `column:operator:value`, each a condition; all must hold. Several `is` on one column mean any of them, several `not` none
 * of them, so no value needs quoting. Only what the list declares becomes SQL, and values only as parameters.
 */
export function readFilters(list: List, filters: readonly FilterText[], scope: FilterScope): Result<Fragment[]> {
  const asked = new Map<string, Asked>()
  for (const [index, filter] of filters.entries()) {
    const one = readFilter(list, filter)
    if (!one.ok) return one
    const name = `${one.value.key}:${one.value.operator}`
    const known = asked.get(name)
    if (known && (known.operator === 'is' || known.operator === 'not')) known.values.push(...one.value.values)
    else asked.set(known ? `${name}:${index}` : name, one.value)
  }
  const conditions: Fragment[] = []
  for (const one of asked.values()) {
    const condition = conditionOf(one, scope)
    if (!condition.ok) return condition
    conditions.push(condition.value)
  }
  return ok(conditions)
}

function readFilter(list: List, { text, field }: FilterText): Result<Asked> {
  const [key = '', operator = '', ...rest] = text.split(':')
  const value = rest.join(':')
  const column = Object.hasOwn(list.columns, key) ? list.columns[key] : undefined
  if (!column?.filter) return hostRefusals.unknown_column({ field, params: { column: key.slice(0, 60) } })
  if (!column.filter.includes(operator as Operator)) {
    return hostRefusals.unknown_operator({ field, params: { column: key, operator: operator.slice(0, 20) } })
  }
  return ok({ key, column, operator: operator as Operator, values: [value], field })
}

function conditionOf(asked: Asked, scope: FilterScope): Result<Fragment> {
  const { column, operator, values, field, key } = asked
  const wrong = hostRefusals.invalid_filter({ field, params: { column: key } })
  const [value = ''] = values
  const sql = trusted(column.sql === undefined ? '' : sqlOf(column.sql, scope.locale))
  if (operator === 'empty') {
    if (value === 'true') return ok(fragment`${sql} IS NULL`)
    return value === 'false' ? ok(fragment`${sql} IS NOT NULL`) : wrong
  }
  if (operator === 'last') {
    const since = sinceOf(value, scope)
    if (!since) return wrong
    return ok(column.type === 'date' ? fragment`${sql} >= ${since.day}::date` : fragment`${sql} >= ${since.instant}`)
  }
  if (!values.every((one) => isValue(column, one))) return wrong
  if (operator === 'is') return ok(column.where ? column.where(values) : isAnyOf(column, sql, values))
  if (operator === 'not') {
    // Those that remain, so that an index is of use.
    const others = (column.values ?? []).filter((one) => !values.includes(one))
    return ok(fragment`${sql} = ANY(${others}::text[])`)
  }
  return ok(column.type === 'instant' ? instantBound(sql, operator, value, scope) : plainBound(column, sql, asked))
}

const casts: Readonly<Record<ColumnType, Fragment>> = {
  text: trusted('text'),
  enum: trusted('text'),
  integer: trusted('bigint'),
  money: trusted('bigint'),
  instant: trusted('timestamptz'),
  date: trusted('date'),
  boolean: trusted('boolean'),
  id: trusted('uuid'),
}

function isAnyOf(column: Column, sql: Fragment, values: readonly string[]): Fragment {
  if (column.type === 'boolean') {
    if (values.includes('true') && values.includes('false')) return trusted('true')
    return values.includes('true') ? fragment`(${sql})` : fragment`NOT (${sql})`
  }
  const cast = casts[column.type]
  if (values.length === 1) return fragment`${sql} = ${values[0]}::${cast}`
  return fragment`${sql} = ANY(${values}::${cast}[])`
}

function plainBound(column: Column, sql: Fragment, { operator, values }: Asked): Fragment {
  return fragment`${sql} ${trusted(operator === 'from' ? '>=' : '<=')} ${values[0]}::${casts[column.type]}`
}

/** A day means all of it: from its start, or to its end. */
function instantBound(sql: Fragment, operator: Operator, value: string, { zone }: FilterScope): Fragment {
  if (!isLocalDate(value)) {
    return fragment`${sql} ${trusted(operator === 'from' ? '>=' : '<=')} ${new Date(value)}`
  }
  if (operator === 'from') return fragment`${sql} >= ${startOfDay(value, zone)}`
  return fragment`${sql} < ${startOfDay(addDays(value, 1), zone)}`
}

const MOST_DAYS = 3_660

/** `7d`: the last seven days, today among them; `24h`: as many hours. */
function sinceOf(value: string, { now, zone }: FilterScope): { instant: Date; day: LocalDate } | undefined {
  const [, digits, unit] = /^(\d{1,5})([dh])$/.exec(value) ?? []
  const count = Number(digits)
  if (digits === undefined || count < 1 || count > (unit === 'd' ? MOST_DAYS : MOST_DAYS * 24)) return undefined
  if (unit === 'h') {
    const instant = new Date(now.getTime() - count * 3_600_000)
    return { instant, day: localDateIn(instant, zone) }
  }
  const day = addDays(localDateIn(now, zone), 1 - count)
  return { instant: startOfDay(day, zone), day }
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/
const EARLIEST_YEAR = '1900'
const LATEST_YEAR = '2999'

function isValue({ type, values }: Column, value: string): boolean {
  switch (type) {
    case 'integer':
    case 'money':
      return /^-?\d{1,15}$/.test(value)
    case 'instant':
      return hasPlainYear(value) && (isLocalDate(value) || (INSTANT.test(value) && !Number.isNaN(Date.parse(value))))
    case 'date':
      return isLocalDate(value) && hasPlainYear(value)
    case 'enum':
      return values?.includes(value) ?? false
    case 'boolean':
      return value === 'true' || value === 'false'
    case 'id':
      return isUuid(value)
    default:
      return value.length <= 200 && value.isWellFormed()
  }
}

/** Days at the ends of the calendar have no neighbours. */
function hasPlainYear(value: string): boolean {
  const year = value.slice(0, 4)
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR
}
