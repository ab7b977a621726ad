import { ratioOf, spreadOf, type Cost, type Row } from './row.ts'

const HEAD = ['', 'a second', 'program', 'PostgreSQL', 'client', 'counted', 'of the limit', 'goal']

/** Rows as a table for the terminal: each subject, and below it the limit that it is measured against. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.flatMap(linesOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const draw = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  const notes = rows.flatMap(({ subject, notes: all = [] }) => all.map((note) => `  ${subject}: ${note}`))
  return [...lines.map((line) => draw(line).trimEnd()), ...notes].join('\n')
}

function linesOf(row: Row): string[][] {
  const ratio = ratioOf(row)
  const spread = spreadOf(row)
  const range = spread ? ` (${percents(spread[0])}–${percents(spread[1])})` : ''
  const verdict = ratio === undefined ? 'no limit' : `${percent(ratio)}${range}`
  const goal =
    row.goal === undefined ? '' : `${percent(row.goal)}${ratio === undefined ? '' : ratio >= row.goal ? ' ✔' : ' ✖'}`
  const own = [row.subject, ...figures(row.cost.median), verdict, goal]
  return row.limit ? [own, [`  ${row.limit.what}`, ...figures(row.limit.cost.median), '', '']] : [own]
}

function figures({ perSecond, programUs, postgresUs, clientUs, totalUs }: Cost): string[] {
  return [Math.round(perSecond).toString(), ...[programUs, postgresUs, clientUs, totalUs].map(microseconds)]
}

function microseconds(value: number | undefined): string {
  return value === undefined ? '' : `${Math.round(value)} µs`
}

function percent(share: number): string {
  return `${percents(share)} %`
}

function percents(share: number): string {
  return Math.round(share * 100).toString()
}
