/** What Excel needs to read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it text again (OWASP, CSV Injection).
 * For text only: a number may begin with a minus.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

/** RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
