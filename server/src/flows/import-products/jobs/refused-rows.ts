import { listImportRefusals, type ImportRecord } from '../../../departments/catalog/index.ts'
import { maySeeCosts } from '../../../departments/pricing/index.ts'
import { csvLine, harmless } from '../../../host/csv/write-csv.ts'
import type { FileAnswer } from '../../../host/http/file-answer.ts'
import { problemOf } from '../../../host/http/problem.ts'
import type { Call } from '../../../host/http/route.ts'
import { readTable } from '../../../host/spreadsheet/read-table.ts'
import { meaningOfColumn } from '../formats/meaning-of-column.ts'

const MOST = 100_000

/** Rows as the file has them, without what goods cost where the reader may not see that, and with why each was refused behind them. Cells that begin like a formula are made harmless. */
export async function refusedRowsFile(
  { house, locale, actor }: Pick<Call, 'house' | 'locale' | 'actor'>,
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
  const headings = rows[0]?.cells ?? []
  const isSecret = maySeeCosts(actor)
    ? () => false
    : (at: number) => meaningOfColumn(record, headings[at] ?? '', at) === 'cost'
  const lines = rows
    .filter(({ row }) => row === 1 || reasons.has(row))
    .map(({ row, cells }) => {
      const why = row === 1 ? translate('import-products.reasons') : (reasons.get(row) ?? []).join('\n')
      const shown = row === 1 ? cells : cells.map((cell, at) => (isSecret(at) ? '' : cell))
      return csvLine([...shown, why].map(harmless))
    })
  const name = `${record.name.replace(/\.\w{1,5}$/, '')}-refused.csv`
  const body = Buffer.from(lines.join(''))
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: body.length, body }
}
