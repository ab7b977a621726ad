/**
 * SQL as SQL people write it: a tagged template that turns `${values}` into parameters.
 *
 * The text of a template without nested fragments is built once per call site and gets one statement name, so that
 * PostgreSQL parses and plans it once per connection (docs/adr/0003-sql-tag.md has the measurement against a builder).
 */
export interface Sql<Row = unknown> {
  readonly text: string
  readonly values: readonly unknown[]
  /** Statement name for preparing; undefined where the text varies too much to be worth a server-side plan. */
  readonly name: string | undefined
  /** Phantom: the shape of a row. Never present at run time. */
  readonly row?: Row
}

class Fragment {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}

const MAX_NAMED_TEXTS = 2000
const plainTexts = new WeakMap<TemplateStringsArray, { text: string; name: string | undefined }>()
const names = new Map<string, string>()

export function sql<Row = unknown>(strings: TemplateStringsArray, ...values: unknown[]): Sql<Row> {
  if (!values.some((value) => value instanceof Fragment)) {
    let known = plainTexts.get(strings)
    if (known === undefined) {
      const text = numbered(strings)
      known = { text, name: nameOf(text) }
      plainTexts.set(strings, known)
    }
    return { text: known.text, values, name: known.name }
  }
  const flat: { text: string; values: unknown[] } = { text: '', values: [] }
  append(flat, strings, values)
  return { text: flat.text, values: flat.values, name: nameOf(flat.text) }
}

/**
 * The same for texts that differ from call to call (filters that people put together): not prepared, so that each is planned
 * for its own values and none stays on the connection.
 */
export function adHoc<Row = unknown>(strings: TemplateStringsArray, ...values: unknown[]): Sql<Row> {
  const flat: { text: string; values: unknown[] } = { text: '', values: [] }
  append(flat, strings, values)
  return { text: flat.text, values: flat.values, name: undefined }
}

/** A piece of SQL to nest inside `sql`; its values become parameters of the whole. */
export function fragment(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  return new Fragment(strings, values)
}

/**
 * A value that the plan does not depend on. PostgreSQL keeps a statement's plan only where one made for the values at hand looks no
 * cheaper; seeing that there are two ids and not ten, it always does, and plans anew each time, for longer than it then reads. A
 * sub-select hides the value until it runs: `= ANY(${steady(ids, 'uuid[]')})`. Not for what rows are picked by in very unequal numbers.
 */
export function steady(value: unknown, type: 'uuid[]' | 'text'): Fragment {
  return new Fragment([`((SELECT `, `::${type})::${type})`], [value])
}

/** Trusted text only (a column from a declared list, a direction): never anything a request carries. */
export function trusted(text: string): Fragment {
  return new Fragment([text], [])
}

export function joined(fragments: readonly Fragment[], separator: string): Fragment {
  const strings: string[] = ['']
  const values: unknown[] = []
  fragments.forEach((piece, index) => {
    if (index > 0) strings[strings.length - 1] += separator
    values.push(piece)
    strings.push('')
  })
  return new Fragment(strings, values)
}

export type { Fragment }

function append(target: { text: string; values: unknown[] }, strings: readonly string[], values: readonly unknown[]) {
  strings.forEach((piece, index) => {
    target.text += piece
    if (index >= values.length) return
    const value = values[index]
    if (value instanceof Fragment) {
      append(target, value.strings, value.values)
      return
    }
    target.values.push(value)
    target.text += `$${target.values.length}`
  })
}

function numbered(strings: readonly string[]): string {
  let text = strings[0] ?? ''
  for (let index = 1; index < strings.length; index++) text += `$${index}${strings[index]}`
  return text
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MAX_NAMED_TEXTS) return undefined
  const name = `f${names.size}`
  names.set(text, name)
  return name
}
