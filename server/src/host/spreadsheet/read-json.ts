import type { CsvRow, CsvTable } from '../csv/read-csv.ts'

const MOST_COLUMNS = 2_000

/**
 * Records of JSON as a table: an array of them, one a line, or one behind the other. Each member is a column, those of objects
 * inside too (`attrs.Colour`); lists become their parts with commas. A record's row is its number, behind the headings.
 */
export function readJsonRecords(text: string): CsvTable {
  const columns = new Map<string, number>()
  const rows: CsvRow[] = []
  for (const { record, line } of recordsOf(text)) {
    if (record === undefined) return { flawLine: line }
    const cells: string[] = []
    for (const [name, value] of flat(record)) {
      if (!columns.has(name) && columns.size < MOST_COLUMNS) columns.set(name, columns.size)
      const at = columns.get(name)
      if (at === undefined) continue
      while (cells.length < at) cells.push('')
      cells[at] = value
    }
    rows.push({ row: rows.length + 2, line, cells })
  }
  if (rows.length === 0) return { flawLine: 1 }
  return { rows: [{ row: 1, line: 1, cells: [...columns.keys()] }, ...rows] }
}

export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*(?:\{|\[\s*\{)/.test(text)

interface FoundRecord {
  readonly line: number
  readonly record: object | undefined
}

/** Finds where each object ends by its brackets, so that one broken record is told by its line. */
function* recordsOf(text: string): Generator<FoundRecord> {
  let line = 1
  let depth = 0
  let begin = 0
  let beginLine = 1
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{') {
      if (depth === 0) [begin, beginLine] = [at, line]
      depth += 1
    } else if (sign === '}') {
      depth -= 1
      if (depth < 0) return yield { line, record: undefined }
      if (depth === 0) yield { line: beginLine, record: parsed(text.slice(begin, at + 1)) }
    }
  }
  if (depth > 0 || quoted) yield { line: beginLine, record: undefined }
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

function* flat(record: object, before = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = `${before}${key}`
    if (value === null || value === undefined) continue
    if (Array.isArray(value)) yield [name, value.filter(isPlain).map(String).join(', ')]
    else if (typeof value !== 'object') yield [name, String(value).toWellFormed().replaceAll('\0', '')]
    else if (before === '') yield* flat(value, `${name}.`)
  }
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'
