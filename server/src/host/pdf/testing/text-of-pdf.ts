import { inflateSync } from 'node:zlib'

/** What a reader could copy out of a PDF of ours: the texts of its pages in their order, line by line, by the letters that its fonts name. */
export function textOfPdf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const objects = new Map(
    [...raw.matchAll(/^(\d+) 0 obj\n/gm)].map(({ index, 0: { length }, 1: id = '' }) => [id, index + length] as const),
  )
  const textOf = (id: string) => inflated(pdf, raw, objects.get(id) ?? 0)
  const bodyOf = (id: string) => raw.slice(objects.get(id) ?? 0, raw.indexOf('endobj', objects.get(id) ?? 0))
  const lettersOf = (font: string) => lettersIn(textOf(/\/ToUnicode (\d+) 0 R/.exec(bodyOf(font))?.[1] ?? ''))
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (!fonts.has(name)) fonts.set(name, lettersOf(id))
  return [...raw.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = '']) => shown(textOf(id), fonts)).join('\n')
}

export function pagesOfPdf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length
}

function inflated(pdf: Buffer, raw: string, from: number): string {
  const stream = /stream\r?\n/g
  stream.lastIndex = from
  const found = stream.exec(raw)
  return found ? inflateSync(pdf.subarray(found.index + found[0].length)).toString('latin1') : ''
}

/** Of a character map: ranges of glyphs, each with the letters that they stand for. */
function lettersIn(map: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  for (const [, first = '0', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/gis))
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      letters.set(
        Number.parseInt(first, 16) + at,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return letters
}

function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map()
  const lines: string[] = []
  for (const [, name, pieces = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs)) {
    if (name !== undefined) font = fonts.get(name) ?? font
    else {
      const glyphs = [...pieces.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join('')
      lines.push((glyphs.match(/.{4}/g) ?? []).map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '').join(''))
    }
  }
  return lines.join('\n')
}
