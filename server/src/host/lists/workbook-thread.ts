import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { Cell } from './cells.ts'
import type { Sheet } from './workbook.ts'

const { name, headings, rows } = workerData as Sheet
// Longer ones make Excel refuse the whole file.
const LONGEST_CELL = 32_767

const sheet: Row[] = [
  headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ...rows.map((row) => row.map(excelCell)),
]
const bytes = await writeExcelFile(sheet, { sheet: name.slice(0, 31), stickyRowsCount: 1 }).toBuffer()
parentPort?.postMessage(bytes)

/** Text is typed as text, so that nothing in it is taken for a formula. */
function excelCell(cell: Cell) {
  if (cell.text === '') return null
  if (cell.kind === 'number') {
    const format = cell.decimals === 0 ? '0' : `0.${'0'.repeat(cell.decimals)}`
    return { value: Number(cell.text), type: Number, format }
  }
  if (cell.kind === 'time') {
    const day = cell.text.length === 10
    const value = new Date(`${cell.text.replace(' ', 'T')}${day ? 'T00:00:00' : ''}Z`)
    return { value, type: Date, format: day ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' }
  }
  return { value: cell.text.slice(0, LONGEST_CELL), type: String }
}
