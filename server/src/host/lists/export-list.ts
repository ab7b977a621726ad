import { Readable } from 'node:stream'
import { ok, type Result } from '../../kernel/result.ts'
import { localDateIn } from '../../kernel/time.ts'
import { BYTE_ORDER_MARK, csvLine, harmless } from '../csv/write-csv.ts'
import type { Database } from '../database/pool.ts'
import { openSnapshot, type Snapshot } from '../database/read-snapshot.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Translate } from '../i18n/translate.ts'
import { hostRefusals } from '../refusals.ts'
import { cellsOf, headings, type Cell } from './cells.ts'
import type { List } from './define-list.ts'
import { countList, wholeSql } from './read-list.ts'
import { selectFrom, type ListQuery, type Selection } from './selection.ts'

export type ExportFormat = 'csv' | 'xlsx'

export interface ExportQuery extends ListQuery {
  readonly format: ExportFormat
  /** Of the shown ones, in the order in which they are written; all of them unless told. */
  readonly columns?: string | undefined
  readonly bom?: boolean | undefined
}

/** A workbook is built in memory as a whole; beyond this a CSV file is the better one anyway. */
export const MOST_XLSX_ROWS = 50_000
/** Each holds a connection for as long as somebody downloads. */
const MOST_AT_ONCE = 2
let running = 0

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The rows and columns that a person sees, in their order and their words, as one file. */
export async function exportList(
  database: Database,
  translate: Translate,
  list: List,
  query: ExportQuery,
): Promise<Result<FileAnswer>> {
  const keys = readColumns(list, query.columns)
  if (!keys.ok) return keys
  const selection = await selectFrom(database, list, query)
  if (!selection.ok) return selection
  if (query.format === 'xlsx') {
    const counted = await countList(database, list, query, MOST_XLSX_ROWS)
    if (!counted.ok) return counted
    if (counted.value.capped)
      return hostRefusals.export_too_large({ field: 'format', params: { limit: MOST_XLSX_ROWS } })
  }
  const scope = { translate, zone: query.zone ?? 'UTC' }
  const present = cellsOf(list, keys.value, scope)
  const table: Table = {
    headings: headings(list, keys.value, scope),
    cells: (row) => present(list.present(row as never, query.locale)),
  }
  if (running >= MOST_AT_ONCE) return hostRefusals.exports_busy()
  const rows = await take(() => openRows(database, list, selection.value, query.locale))
  const name = `${list.name}-${localDateIn(query.now, scope.zone)}.${query.format}`
  const mediaType = mediaTypes[query.format]
  if (query.format === 'xlsx') return ok({ name, mediaType, body: await workbookOf(list.name, rows, table) })
  return ok({ name, mediaType, body: await csvStream(rows, table, query.bom ?? false) })
}

interface Table {
  readonly headings: readonly string[]
  readonly cells: (row: unknown) => Cell[]
}

function readColumns(list: List, asked: string | undefined): Result<string[]> {
  const shown = Object.keys(list.columns).filter((key) => list.columns[key]?.shown !== false)
  if (asked === undefined || asked === '') return ok(shown)
  const keys = [...new Set(asked.split(','))]
  const unknown = keys.find((key) => !shown.includes(key))
  if (unknown === undefined) return ok(keys)
  return hostRefusals.unknown_column({ field: 'columns', params: { column: unknown.slice(0, 60) } })
}

function openRows(database: Database, list: List, selection: Selection, locale: Locale): Promise<Snapshot> {
  if (selection.empty) return Promise.resolve({ next: async () => [], close: async () => {} })
  return openSnapshot(database, wholeSql(list, selection, locale))
}

/** Counts the export until it is closed, however often that is said. */
async function take(open: () => Promise<Snapshot>): Promise<Snapshot> {
  running += 1
  let counted = true
  const giveBack = (): void => {
    if (counted) running -= 1
    counted = false
  }
  try {
    const rows = await open()
    return { next: () => rows.next(), close: () => rows.close().finally(giveBack) }
  } catch (error) {
    giveBack()
    throw error
  }
}

/** The first rows are read before anything is answered, so that a query that fails is not half a file. */
async function csvStream(rows: Snapshot, { headings: first, cells }: Table, bom: boolean): Promise<Readable> {
  let batch = await rows.next().catch(async (error: unknown) => {
    await rows.close()
    throw error
  })
  async function* lines(): AsyncGenerator<string> {
    yield (bom ? BYTE_ORDER_MARK : '') + csvLine(first.map(harmless))
    while (batch.length > 0) {
      yield batch.map((row) => csvLine(cells(row).map(csvText))).join('')
      batch = await rows.next()
    }
    await rows.close()
  }
  const stream = Readable.from(lines())
  // Also where nobody took the first line, or the download was given up.
  stream.once('close', () => void rows.close())
  return stream
}

function csvText(cell: Cell): string {
  return cell.kind === 'text' ? harmless(cell.text) : cell.text
}

async function workbookOf(name: string, rows: Snapshot, { headings: first, cells }: Table): Promise<Buffer> {
  const { buildWorkbook } = await import('./workbook.ts')
  try {
    const all: Cell[][] = []
    for (let batch = await rows.next(); batch.length > 0; batch = await rows.next()) all.push(...batch.map(cells))
    return await buildWorkbook({ name, headings: first, rows: all })
  } finally {
    await rows.close()
  }
}
