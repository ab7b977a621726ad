import type { CsvRow } from '../csv/read-csv.ts'
import { openArchive, type Archive } from './unzip.ts'

const MOST_COLUMNS = 16_384

/**
 * The first sheet of a workbook (ECMA-376, SpreadsheetML) as rows of text, counted as the program that shows it counts them.
 * Numbers are written as people see them: 15 digits, no exponent. `undefined` when it is no workbook.
 */
export function readXlsx(bytes: Uint8Array): CsvRow[] | undefined {
  const archive = openArchive(bytes)
  const sheet = archive && firstSheet(archive)
  if (!archive || sheet === undefined) return undefined
  return readSheet(sheet, readShared(archive.text('xl/sharedStrings.xml') ?? ''))
}

function firstSheet(archive: Archive): string | undefined {
  const workbook = archive.text('xl/workbook.xml')
  if (workbook === undefined) return undefined
  const id = /<(?:\w+:)?sheet\s[^>]*?\br?:?id="([^"]*)"/.exec(workbook)?.[1] ?? ''
  const links = archive.text('xl/_rels/workbook.xml.rels') ?? ''
  const link = [...links.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) => attribute(tag, 'Id') === id)?.[0]
  const target = (link && attribute(link, 'Target')) ?? 'worksheets/sheet1.xml'
  return archive.text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

/** Every tag and every text between two, in their order. */
function* pieces(xml: string): Generator<{ tag: string; closes: boolean; raw: string } | string> {
  let at = 0
  for (;;) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield xml.slice(at, open)
    const close = xml.indexOf('>', open)
    if (close < 0) return
    const raw = xml.slice(open, close + 1)
    const name = /^<\/?(?:\w+:)?(\w+)/.exec(raw)?.[1]
    if (name !== undefined) yield { tag: name, closes: raw[1] === '/', raw }
    at = close + 1
  }
}

/** Texts that cells point to, in runs of one or more; how a word is read aloud (rPh) is not part of it. */
function readShared(xml: string): string[] {
  const shared: string[] = []
  let text: string | undefined
  let isRead = false
  let aside = false
  for (const piece of pieces(xml)) {
    if (typeof piece === 'string') {
      if (text !== undefined && isRead && !aside) text += unescaped(piece)
    } else if (piece.tag === 'si') {
      if (piece.closes && text !== undefined) shared.push(text)
      text = piece.closes ? undefined : ''
      if (isEmpty(piece.raw)) shared.push('')
    } else if (piece.tag === 't') isRead = !piece.closes && !isEmpty(piece.raw)
    else if (piece.tag === 'rPh') aside = !piece.closes
  }
  return shared
}

const isEmpty = (raw: string) => raw.endsWith('/>')

interface OpenCell {
  readonly column: number
  readonly type: string
  text: string
}

function readSheet(xml: string, shared: readonly string[]): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let row = 0
  let cell: OpenCell | undefined
  let isRead = false
  for (const piece of pieces(xml)) {
    if (typeof piece === 'string') {
      if (cell && isRead) cell.text += unescaped(piece)
    } else if (piece.tag === 'row') {
      if (piece.closes && cells.some((text) => text !== '')) rows.push({ row, line: row, cells })
      if (!piece.closes) row = Number(attribute(piece.raw, 'r') ?? row + 1)
      cells = []
    } else if (piece.tag === 'c') {
      if (piece.closes && cell) put(cells, cell, shared)
      cell = piece.closes || isEmpty(piece.raw) ? undefined : openCell(piece.raw, cells.length)
    } else if (piece.tag === 'v' || piece.tag === 't') isRead = !piece.closes && !isEmpty(piece.raw)
  }
  return rows
}

function openCell(raw: string, next: number): OpenCell {
  const letters = /^[A-Z]{1,3}/.exec(attribute(raw, 'r') ?? '')?.[0]
  const column = letters === undefined ? next : columnOf(letters)
  return { column, type: attribute(raw, 't') ?? 'n', text: '' }
}

/** A is 0, AA is 26. */
function columnOf(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function put(cells: string[], { column, type, text }: OpenCell, shared: readonly string[]): void {
  if (column >= MOST_COLUMNS) return
  while (cells.length < column) cells.push('')
  cells[column] = textOf(type, text, shared)
}

function textOf(type: string, text: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n') return numberText(text)
  return type === 'e' ? '' : text
}

/** 19.989999999999998 is how a workbook keeps 19.99, and 9.78043902348E+12 how it keeps thirteen digits. */
function numberText(text: string): string {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString()
  const plain = Number(number.toPrecision(15))
  return Math.abs(plain) < 1e-6 ? plain.toFixed(20).replace(/0+$/, '') : plain.toString()
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Also `_x000D_`, by which workbooks write what XML may not hold; line ends are made equal. */
function unescaped(text: string): string {
  const plain = text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )
  return plain.replaceAll('_x000D_', '').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
}
