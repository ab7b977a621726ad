import { inflateSync } from 'node:zlib'

/** What a reader could copy out of a PDF of ours: the texts of its pages in their order, line by line. */
export function textOfPdf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  return [...raw.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: { length } }) => inflated(pdf.subarray(index + length)))
    .join('\n')
}

export function pagesOfPdf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length
}

const letters = new TextDecoder('windows-1252')

function inflated(from: Buffer): string {
  let content: string
  try {
    content = inflateSync(from).toString('latin1')
  } catch {
    return ''
  }
  return [...content.matchAll(/\[(.*?)\] TJ/gs)]
    .map(([, pieces = '']) =>
      [...pieces.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => letters.decode(Buffer.from(hex, 'hex'))).join(''),
    )
    .join('\n')
}
