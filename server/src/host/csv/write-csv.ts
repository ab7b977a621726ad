/** What Excel needs to read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

export { harmless } from '../../kernel/harmless-cell.ts'

/** RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
