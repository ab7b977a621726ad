/** `state:is:paid`, as the API and the address write it; only the first two colons part. */
export interface Filter {
  readonly column: string
  readonly operator: string
  readonly value: string
}

export function readFilter(text: string): Filter | undefined {
  const match = /^([^:]+):([^:]+):([\s\S]*)$/.exec(text)
  return match ? { column: match[1] ?? '', operator: match[2] ?? '', value: match[3] ?? '' } : undefined
}

export function writeFilter({ column, operator, value }: Filter): string {
  return `${column}:${operator}:${value}`
}

/** One chip: several values of `is` and `not` are one condition. */
export interface Condition {
  readonly column: string
  readonly operator: string
  readonly values: readonly string[]
}

const GATHERED = new Set(['is', 'not'])

export function conditionsOf(filters: readonly string[]): Condition[] {
  const conditions: { column: string; operator: string; values: string[] }[] = []
  for (const filter of filters) {
    const read = readFilter(filter)
    if (!read) continue
    const { column, operator, value } = read
    const known = GATHERED.has(operator) && conditions.find((one) => one.column === column && one.operator === operator)
    if (known) known.values.push(value)
    else conditions.push({ column, operator, values: [value] })
  }
  return conditions
}

export function filtersOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ column, operator, values }) =>
    values.map((value) => writeFilter({ column, operator, value })),
  )
}
