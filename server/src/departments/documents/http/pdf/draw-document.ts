/**
 * A document as an A4 page, or as many as its lines need: from what is kept alone, so that the same document is the same bytes
 * whenever it is asked for. Tagged, with title and language, so that it can be read aloud.
 */
import {
  ACCENT,
  BODY,
  BOTTOM,
  closePaper,
  foot,
  heightOf,
  LEFT,
  openPaper,
  QUIET,
  rule,
  tell,
  TOP,
  WIDTH,
  within,
  write,
  type Pdf,
  type Sheet,
} from '../../../../host/pdf/paper.ts'
import type { PrintedDocument, PrintedLine } from './words-of-document.ts'

/** The moment of issue stands for the moment of making: a file that says when it was printed would never be the same twice. */
export function drawDocument(words: PrintedDocument, issuedAt: Date): Promise<Buffer> {
  const { language, title, seller, shop, page } = words
  const sheet = openPaper({ language, title, author: seller[0] ?? shop, made: issuedAt })
  const below = head(sheet, words)
  const end = table(sheet, words, below)
  feet(sheet, words, end)
  const { start, count } = sheet.pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) foot(sheet.pdf, at, { left: shop, right: page(at + 1, count) })
  return closePaper(sheet)
}

function head(sheet: Sheet, words: PrintedDocument): number {
  const { pdf } = sheet
  tell(sheet, 'P', () =>
    write(pdf, words.shop, { x: LEFT, y: TOP, width: WIDTH }, { size: 18, bold: true, color: ACCENT }),
  )
  tell(sheet, 'H1', () => write(pdf, words.title, { x: LEFT, y: pdf.y + 10, width: WIDTH }, { size: 14, bold: true }))
  const top = pdf.y + 14
  const column = WIDTH / 3 - 8
  const blocks: [string, readonly string[]][] = [
    [words.headings.seller, words.seller],
    [words.headings.buyer, words.buyer],
  ]
  const ends = blocks.map(([heading, lines], at) => {
    const x = LEFT + at * (column + 12)
    tell(sheet, 'P', () => write(pdf, heading, { x, y: top, width: column }, { size: 8.5, color: QUIET }))
    tell(sheet, 'P', () => write(pdf, lines.join('\n'), { x, y: pdf.y + 2, width: column }))
    return pdf.y
  })
  const x = LEFT + 2 * (column + 12)
  let y = top
  for (const [label, value] of words.facts) {
    const line = y
    tell(sheet, 'P', () => {
      write(pdf, label, { x, y: line, width: column }, { size: 8.5, color: QUIET })
      y = write(pdf, value, { x, y: pdf.y, width: column }) + 3
    })
  }
  return Math.max(...ends, y) + 18
}

interface Cell {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
  readonly heading: string
  readonly text: (line: PrintedLine) => string
}

function cellsOf({ headings, priced }: PrintedDocument): readonly Cell[] {
  const item: Cell = {
    x: 0,
    width: priced ? 232 : 420,
    align: 'left',
    heading: headings.item,
    text: ({ name }) => name,
  }
  const right = (x: number, width: number, heading: string, text: Cell['text']): Cell => ({
    x,
    width,
    align: 'right',
    heading,
    text,
  })
  if (!priced) return [item, right(430, 69, headings.quantity, ({ quantity }) => quantity)]
  return [
    item,
    right(236, 44, headings.quantity, ({ quantity }) => quantity),
    right(284, 82, headings.unitPrice, ({ unitPrice }) => unitPrice),
    right(370, 48, headings.tax, ({ tax }) => tax),
    right(422, 77, headings.amount, ({ amount }) => amount),
  ]
}

function table(sheet: Sheet, words: PrintedDocument, top: number): number {
  const cells = cellsOf(words)
  return within(sheet, 'Table', (inside) => {
    let y = headRow(inside, cells, top)
    for (const line of words.lines) {
      if (y + highOf(inside.pdf, line, cells) > BOTTOM) {
        inside.pdf.addPage()
        y = headRow(inside, cells, TOP)
      }
      y = row(inside, { cells, line, y })
    }
    return y
  })
}

function headRow(sheet: Sheet, cells: readonly Cell[], y: number): number {
  let end = y
  within(sheet, 'TR', (inside) => {
    for (const { x, width, align, heading } of cells) {
      tell(inside, 'TH', () => {
        end = Math.max(end, write(inside.pdf, heading, { x: LEFT + x, y, width }, { size: 8.5, color: QUIET, align }))
      })
    }
  })
  return rule(sheet.pdf, end + 3)
}

function row(sheet: Sheet, { cells, line, y }: { cells: readonly Cell[]; line: PrintedLine; y: number }): number {
  const { pdf } = sheet
  let end = y
  within(sheet, 'TR', (inside) => {
    for (const [at, { x, width, align, text }] of cells.entries()) {
      tell(inside, 'TD', () => {
        end = Math.max(end, write(pdf, text(line), { x: LEFT + x, y, width }, { align }))
        if (at === 0 && line.note !== '')
          end = Math.max(end, write(pdf, line.note, { x: LEFT + x, y: end, width }, { size: 8, color: QUIET }))
      })
    }
  })
  return rule(pdf, end + 2)
}

function highOf(pdf: Pdf, line: PrintedLine, cells: readonly Cell[]): number {
  const width = cells[0]?.width ?? WIDTH
  return heightOf(pdf, line.name, { width, size: BODY }) + heightOf(pdf, line.note, { width, size: 8 }) + 8
}

/** Totals and what must be said stay together on one page. */
function feet(sheet: Sheet, { totals, notes }: PrintedDocument, from: number): void {
  const { pdf } = sheet
  const needed = totals.length * 16 + notes.length * 26 + 24
  let y = from + 8
  if (y + needed > BOTTOM) {
    pdf.addPage()
    y = TOP
  }
  for (const { label, amount, strong } of totals) {
    const style = strong ? { size: 11.5, bold: true } : {}
    const at = y
    tell(sheet, 'P', () => {
      const end = write(pdf, label, { x: LEFT + 160, y: at, width: 235 }, { ...style, align: 'right' })
      y = Math.max(end, write(pdf, amount, { x: LEFT + 399, y: at, width: 100 }, { ...style, align: 'right' })) + 2
    })
  }
  y += 14
  for (const note of notes) {
    const at = y
    tell(sheet, 'P', () => {
      y = write(pdf, note, { x: LEFT, y: at, width: WIDTH }) + 4
    })
  }
}
