/**
 * A document as an A4 page, or as many as its lines need: from what is kept alone, so that the same document is the same bytes
 * whenever it is asked for. Tagged, with title and language, so that it can be read aloud.
 */
import PDFDocument from 'pdfkit'
import { printable } from './printable.ts'
import type { PrintedDocument, PrintedLine } from './words-of-document.ts'

const LEFT = 48
const WIDTH = 499
const BOTTOM = 770
const INK = '#22282b'
const QUIET = '#5c6468'
const ACCENT = '#12343b'
const RULE = '#d8d4cb'

type Pdf = InstanceType<typeof PDFDocument>
type Struct = ReturnType<Pdf['struct']>

interface Sheet {
  readonly pdf: Pdf
  readonly root: Struct
}

interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly align?: 'left' | 'right'
}

/** The moment of issue stands for the moment of making: a file that says when it was printed would never be the same twice. */
export function drawDocument(words: PrintedDocument, issuedAt: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 48, left: LEFT, right: LEFT, bottom: 40 },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: words.language,
    displayTitle: true,
    info: { Title: words.title, Author: words.seller[0] ?? words.shop, CreationDate: issuedAt, ModDate: issuedAt },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const sheet = { pdf, root }
  const below = head(sheet, words)
  const end = table(sheet, words, below)
  feet(sheet, words, end)
  root.end()
  number(sheet, words)
  return new Promise((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    pdf.end()
  })
}

/** Writes one piece of text and answers where it ends. */
function write(pdf: Pdf, text: string, box: { x: number; y: number; width: number }, style: Style = {}): number {
  const { size = 9.5, bold = false, color = INK, align = 'left' } = style
  pdf
    .font(bold ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(size)
    .fillColor(color)
  pdf.text(printable(text), box.x, box.y, { width: box.width, align, lineGap: 2 })
  return pdf.y
}

function tell({ pdf, root }: Sheet, tag: string, draw: () => void): void {
  const element = pdf.struct(tag, {}, draw)
  root.add(element)
  element.end()
}

function head(sheet: Sheet, words: PrintedDocument): number {
  const { pdf } = sheet
  tell(sheet, 'P', () =>
    write(pdf, words.shop, { x: LEFT, y: 48, width: WIDTH }, { size: 18, bold: true, color: ACCENT }),
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
  const { pdf, root } = sheet
  const cells = cellsOf(words)
  const element = pdf.struct('Table')
  root.add(element)
  const inside = { pdf, root: element }
  let y = headRow(inside, cells, top)
  for (const line of words.lines) {
    if (y + heightOf(pdf, line, cells) > BOTTOM) {
      pdf.addPage()
      y = headRow(inside, cells, 48)
    }
    y = row(inside, { cells, line, y })
  }
  element.end()
  return y
}

function headRow({ pdf, root }: Sheet, cells: readonly Cell[], y: number): number {
  const element = pdf.struct('TR')
  root.add(element)
  let end = y
  for (const { x, width, align, heading } of cells) {
    tell({ pdf, root: element }, 'TH', () => {
      end = Math.max(end, write(pdf, heading, { x: LEFT + x, y, width }, { size: 8.5, color: QUIET, align }))
    })
  }
  element.end()
  return rule(pdf, end + 3)
}

function row(
  { pdf, root }: Sheet,
  { cells, line, y }: { cells: readonly Cell[]; line: PrintedLine; y: number },
): number {
  const element = pdf.struct('TR')
  root.add(element)
  let end = y
  for (const [at, { x, width, align, text }] of cells.entries()) {
    tell({ pdf, root: element }, 'TD', () => {
      end = Math.max(end, write(pdf, text(line), { x: LEFT + x, y, width }, { align }))
      if (at === 0 && line.note !== '')
        end = Math.max(end, write(pdf, line.note, { x: LEFT + x, y: end, width }, { size: 8, color: QUIET }))
    })
  }
  element.end()
  return rule(pdf, end + 2)
}

function heightOf(pdf: Pdf, line: PrintedLine, cells: readonly Cell[]): number {
  const width = cells[0]?.width ?? WIDTH
  const high = (text: string, size: number) =>
    text === '' ? 0 : pdf.font('Helvetica').fontSize(size).heightOfString(printable(text), { width, lineGap: 2 })
  return high(line.name, 9.5) + high(line.note, 8) + 8
}

/** Drawn for the eye alone: whoever listens to the page need not hear of it. */
function rule(pdf: Pdf, y: number): number {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
  pdf.endMarkedContent()
  return y + 5
}

/** Totals and what must be said stay together on one page. */
function feet(sheet: Sheet, { totals, notes }: PrintedDocument, from: number): void {
  const { pdf } = sheet
  const needed = totals.length * 16 + notes.length * 26 + 24
  let y = from + 8
  if (y + needed > BOTTOM) {
    pdf.addPage()
    y = 48
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
      y = write(pdf, note, { x: LEFT, y: at, width: WIDTH }, { size: 9 }) + 4
    })
  }
}

function number({ pdf }: Sheet, { page, shop }: PrintedDocument): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    // Below the margin, where text would otherwise open a page of its own.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    const style = { size: 8, color: QUIET } as const
    write(pdf, shop, { x: LEFT, y: 802, width: WIDTH / 2 }, style)
    write(pdf, page(at + 1, count), { x: LEFT + WIDTH / 2, y: 802, width: WIDTH / 2 }, { ...style, align: 'right' })
    pdf.endMarkedContent()
  }
}
