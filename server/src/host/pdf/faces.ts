import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pdfkit } from './pdfkit.ts'

/** A typeface, read and understood. */
export interface Face {
  /** What pdfkit takes for a font: it embeds of it the letters that a file shows. */
  readonly source: ArrayBuffer
  has(codePoint: number): boolean
}

export interface Faces {
  readonly regular: Face
  readonly bold: Face
}

let known: Faces | undefined

/**
 * Noto Sans (SIL Open Font License), which has the letters of all of Europe, Greek and Cyrillic with them. It is understood once for all files
 * of a process, which costs more than drawing one; nobody pays for it who draws nothing.
 */
export function facesOfPaper(): Faces {
  known ??= {
    regular: faceOf(import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    bold: faceOf(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  }
  return known
}

interface Understood {
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** pdfkit understands the file and keeps what it understood; given that instead of the file, it does not begin anew. */
function faceOf(url: string): Face {
  const Document = pdfkit()
  const reader = new Document({ autoFirstPage: false }).font(readFileSync(fileURLToPath(url)))
  const { font } = Reflect.get(reader, '_font') as { readonly font: Understood }
  return { source: font as unknown as ArrayBuffer, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}
