import type { ImportColumn } from '../../../departments/catalog/index.ts'
import { readTable } from '../../../host/spreadsheet/read-table.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { truncate } from '../../../kernel/text.ts'
import type { FormatKey } from '../formats/format.ts'
import { recogniseFormat } from '../formats/formats.ts'
import { refusals } from '../refusals.ts'

export const MOST_BYTES = 50 * 1_048_576
const EXAMPLES = 3
const LONGEST = 80
const LOOKED_AT = 200

export interface FileRead {
  readonly format: FormatKey
  readonly columns: readonly ImportColumn[]
}

/** What kind of file it is, and what stands in its columns. */
export async function readHead(bytes: Uint8Array): Promise<Result<FileRead>> {
  const table = await readTable(bytes)
  if ('flawLine' in table)
    return refusals.not_csv({ field: 'file', params: { row: table.flawLine, line: table.flawLine } })
  const [first, ...rows] = table.rows
  if (!first || rows.length === 0) return refusals.empty_file({ field: 'file' })
  const columns = first.cells.map((heading, at) => ({
    heading: truncate(heading.trim(), LONGEST),
    examples: examplesOf(rows.slice(0, LOOKED_AT).map(({ cells }) => cells[at]?.trim() ?? '')),
  }))
  return ok({ format: recogniseFormat(first.cells), columns })
}

function examplesOf(cells: readonly string[]): string[] {
  return [...new Set(cells.filter((text) => text !== ''))].slice(0, EXAMPLES).map((text) => truncate(text, LONGEST))
}
