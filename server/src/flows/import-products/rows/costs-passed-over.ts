import type { ImportWarning } from '../report.ts'
import type { Columns, FileRow, ReadColumns } from './read-columns.ts'

/** Said once for the whole file, and only where it says what anything costs. */
export function costsPassedOver(
  [first, ...others]: readonly FileRow[],
  { places, nameOf }: Columns,
  { costsPassedOver: code }: ReadColumns,
): ImportWarning | undefined {
  const columns = places.get('cost') ?? []
  const isSaid = others.some(({ cells }) => columns.some((place) => (cells[place] ?? '').trim() !== ''))
  if (code === undefined || !first || !isSaid) return undefined
  return { row: first.row, line: first.line, code, column: nameOf('cost'), value: '' }
}
