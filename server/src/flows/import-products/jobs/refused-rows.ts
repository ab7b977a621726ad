import { listImportRefusals, type ImportRecord } from '../../../departments/catalog/index.ts'
import { csvLine, harmless } from '../../../host/csv/write-csv.ts'
import type { FileAnswer } from '../../../host/http/file-answer.ts'
import { problemOf } from '../../../host/http/problem.ts'
import type { Call } from '../../../host/http/route.ts'
import { readTable } from '../../../host/spreadsheet/read-table.ts'

const MOST = 100_000

/** Rows as the file has them, with why each was refused behind them. Cells that begin like a formula are made harmless. */
export async function refusedRowsFile(
  { house, locale }: Call,
  { record, file }: { readonly record: ImportRecord; readonly file: Uint8Array },
): Promise<FileAnswer> {
  const translate = house.translations.for(locale)
  const places = await listImportRefusals(house.database, { importId: record.id, after: 0, limit: MOST })
  const reasons = new Map<number, string[]>()
  for (const { row, refusal } of places) {
    const { title, remedy } = problemOf(refusal, translate, '')
    reasons.set(row, [...(reasons.get(row) ?? []), `${title}. ${remedy}`])
  }
  const table = await readTable(file)
  const rows = 'rows' in table ? table.rows : []
  const lines = rows
    .filter(({ row }) => row === 1 || reasons.has(row))
    .map(({ row, cells }) => {
      const why = row === 1 ? translate('import-products.reasons') : (reasons.get(row) ?? []).join('\n')
      return csvLine([...cells, why].map(harmless))
    })
  const name = `${record.name.replace(/\.\w{1,5}$/, '')}-refused.csv`
  const body = Buffer.from(lines.join(''))
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: body.length, body }
}
