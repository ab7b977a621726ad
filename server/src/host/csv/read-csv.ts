import { parse, CsvError } from 'csv-parse'

export interface CsvRow {
  /** As a spreadsheet counts: a cell over three lines is one row, and so is an empty line. */
  readonly row: number
  /** Line of the file on which the row begins, counted from 1 as an editor shows it. */
  readonly line: number
  readonly cells: readonly string[]
}

/** `flawLine` is where the text stops being CSV. */
export type CsvTable = { readonly rows: readonly CsvRow[] } | { readonly flawLine: number }

interface ParsedRow {
  readonly record: string[]
  readonly info: { readonly lines: number; readonly records: number; readonly empty_lines: number }
}

const SLICE = 64 * 1024

/**
 * RFC 4180 with what spreadsheets do to it: a byte-order mark, any line ending, quoted cells over several lines, short rows.
 * Fed in slices (of bytes: the parser puts cut characters together again), so that a large file does not stop the process that reads it. The parser counts CRLF inside quotes as two
 * lines; line ends are therefore made equal first, which also spares the shop's texts their carriage returns.
 */
export async function readCsv(text: string, delimiter = ','): Promise<CsvTable> {
  const even = text.replaceAll(/\r\n?/g, '\n')
  const hostile = hostileLine(even)
  if (hostile !== undefined) return { flawLine: hostile }
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: '\n',
  })
  const rows: CsvRow[] = []
  const feeding = feed(parser, Buffer.from(even))
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      rows.push({ row: info.records + info.empty_lines, line: info.lines - newlinesIn(record), cells: record })
    }
    await feeding
    return { rows }
  } catch (error) {
    if (error instanceof CsvError) return { flawLine: lineOf(error) }
    throw error
  }
}

async function feed(parser: ReturnType<typeof parse>, text: Buffer): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += SLICE) {
    // A parser that failed meanwhile neither drains nor takes more.
    if (!parser.write(text.subarray(at, at + SLICE)) && !parser.destroyed) {
      await new Promise<void>((resolve) => {
        const goOn = () => {
          parser.off('drain', goOn).off('close', goOn)
          resolve()
        }
        parser.on('drain', goOn).on('close', goOn)
      })
    }
  }
  if (!parser.destroyed) parser.end()
}

/** U+0000 and halves of surrogate pairs stand in no text that people write, and no database keeps them. */
function hostileLine(text: string): number | undefined {
  if (!text.includes('\0') && text.isWellFormed()) return undefined
  const lines = text.split('\n')
  return lines.findIndex((line) => line.includes('\0') || !line.isWellFormed()) + 1
}

function newlinesIn(record: readonly string[]): number {
  return record.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
}

function lineOf(error: CsvError): number {
  const lines = (error as unknown as { lines?: unknown }).lines
  return typeof lines === 'number' && lines > 0 ? lines : 1
}
