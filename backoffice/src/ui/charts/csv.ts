export type CsvCell = string | number

/**
 * RFC 4180, with a mark of byte order so that spreadsheets read it as UTF-8. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, "CSV Injection"); a number is written as one.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell)
  const calm = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
  return /["',\r\n\t;]/.test(calm) ? `"${calm.replaceAll('"', '""')}"` : calm
}
