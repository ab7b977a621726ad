/**
 * Sheets of A4, tagged, with title and language, so that they can be read aloud: what papers of every kind are drawn on. Times come from
 * who draws: a file that says when it was printed would never be the same twice.
 */
import type PDFDocument from 'pdfkit'
import { facesOfPaper } from './faces.ts'
import { pdfkit } from './pdfkit.ts'
import { printable } from './printable.ts'

export const LEFT = 48
export const TOP = 48
export const WIDTH = 499
export const BOTTOM = 770
const INK = '#22282b'
/** Of the type that lines are set in, in points. */
export const BODY = 9
export const QUIET = '#5c6468'
export const ACCENT = '#12343b'
const RULE = '#d8d4cb'

export type Pdf = InstanceType<typeof PDFDocument>

/** A part of a file, under which its texts are told in their order. */
export interface Sheet {
  readonly pdf: Pdf
  readonly root: ReturnType<Pdf['struct']>
}

export interface Paper {
  readonly language: string
  readonly title: string
  readonly author: string
  readonly made: Date
}

export function openPaper({ language, title, author, made }: Paper): Sheet {
  const Document = pdfkit()
  const pdf = new Document({
    size: 'A4',
    margins: { top: TOP, left: LEFT, right: LEFT, bottom: 40 },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: made, ModDate: made },
  })
  const { regular, bold } = facesOfPaper()
  pdf.registerFont('regular', regular.source).registerFont('bold', bold.source)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, root }
}

export function closePaper({ pdf, root }: Sheet): Promise<Buffer> {
  root.end()
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
    pdf.end()
  })
}

export interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  readonly align?: 'left' | 'right'
}

/** Writes one piece of text and answers where it ends. */
export function write(
  pdf: Pdf,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number },
  { size = BODY, bold = false, color = INK, align = 'left' }: Style = {},
): number {
  const faces = facesOfPaper()
  const face = bold ? faces.bold : faces.regular
  pdf
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(color)
  pdf.text(printable(text, face.has), box.x, box.y, { width: box.width, align })
  return pdf.y
}

export function heightOf(pdf: Pdf, text: string, { width, size }: { readonly width: number; readonly size: number }) {
  if (text === '') return 0
  const { has } = facesOfPaper().regular
  return pdf.font('regular').fontSize(size).heightOfString(printable(text, has), { width })
}

/** What is drawn is told as this: a heading, a paragraph, a cell. */
export function tell({ pdf, root }: Sheet, tag: string, draw: () => void): void {
  const element = pdf.struct(tag, {}, draw)
  root.add(element)
  element.end()
}

/** What is drawn inside is told as parts of this: a table, a row. */
export function within<T>({ pdf, root }: Sheet, tag: string, draw: (inside: Sheet) => T): T {
  const element = pdf.struct(tag)
  root.add(element)
  const drawn = draw({ pdf, root: element })
  element.end()
  return drawn
}

/** Drawn for the eye alone: whoever listens to the page need not hear of it. */
export function rule(pdf: Pdf, y: number): number {
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

/** The foot of one page that was drawn. */
export function foot(pdf: Pdf, at: number, { left, right }: { readonly left: string; readonly right: string }): void {
  pdf.switchToPage(at)
  // Below the margin, where text would otherwise open a page of its own.
  pdf.page.margins.bottom = 0
  pdf.markContent('Artifact', { type: 'Pagination' })
  const style = { size: 8, color: QUIET } as const
  write(pdf, left, { x: LEFT, y: 802, width: WIDTH / 2 }, style)
  write(pdf, right, { x: LEFT + WIDTH / 2, y: 802, width: WIDTH / 2 }, { ...style, align: 'right' })
  pdf.endMarkedContent()
}
