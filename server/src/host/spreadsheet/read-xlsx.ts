import { unzipSync } from 'fflate'
import type { CellValue } from 'read-excel-file/universal'
import type { CsvRow } from '../csv/read-csv.ts'

/** Larger than any office file of products; a small file that unfolds to more is no such file. */
const MOST_BYTES = 256 * 1_048_576
const MOST_ENTRIES = 5_000

/** ZIP, as every office program writes it (PKWARE's APPNOTE 6.3). */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The first sheet of a workbook (ECMA-376, SpreadsheetML) as rows of text, counted as the program that shows it counts them.
 * Numbers are written as people see them: 15 digits, no exponent; days as YYYY-MM-DD. `undefined` when it is no workbook.
 */
export async function readXlsx(bytes: Uint8Array): Promise<CsvRow[] | undefined> {
  try {
    if (!isOfOfficeSize(bytes)) return undefined
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const { readSheet } = await import('read-excel-file/universal')
    const rows = await readSheet(file, { trim: false, parseNumber: numberText })
    return rows.flatMap((values, index) => {
      const cells = values.map(textOf)
      const row = index + 1
      return cells.some((text) => text !== '') ? [{ row, line: row, cells: withoutEmptyEnd(cells) }] : []
    })
  } catch {
    return undefined
  }
}

/** What each entry says it unfolds to; the reader gives an entry no more room than it says. */
function isOfOfficeSize(bytes: Uint8Array): boolean {
  let [unfolded, entries] = [0, 0]
  unzipSync(bytes, {
    filter({ originalSize }) {
      unfolded += originalSize
      entries += 1
      return false
    },
  })
  return unfolded <= MOST_BYTES && entries <= MOST_ENTRIES
}

function textOf(value: CellValue | string | null): string {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value).replaceAll('_x000D_', '').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
}

/** Rows are as long as the longest of them in the sheet; in a file of text each is as long as it is. */
function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1)
}

/** 19.989999999999998 is how a workbook keeps 19.99, and 9.78043902348E+12 how it keeps thirteen digits. */
function numberText(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString()
  const plain = Number(number.toPrecision(15))
  return Math.abs(plain) < 1e-6 ? plain.toFixed(20).replace(/0+$/, '') : plain.toString()
}
