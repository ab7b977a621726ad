import type { FileHandle } from 'node:fs/promises'
import { zipNames } from './zip-names.ts'

export interface JudgedType {
  readonly mediaType: string
  /** Endings that such a file may carry; the first is given to a name that carries another. */
  readonly endings: readonly [string, ...string[]]
}

export interface Candidate {
  readonly file: FileHandle
  readonly bytes: number
  readonly name: string
}

const HEAD_BYTES = 4_096

/**
 * What a file is, by what is in it: a name says nothing, and the browser's word for it is taken from the name. Undefined for
 * everything that is not listed, above all for what a browser would run (HTML, SVG, XML) and for archives and programs.
 */
export async function judgeType(candidate: Candidate): Promise<JudgedType | undefined> {
  const { file, bytes } = candidate
  const head = Buffer.alloc(Math.min(HEAD_BYTES, bytes))
  await file.read(head, 0, head.length, 0)
  const fixed = SIGNATURES.find(({ fits }) => fits(head))
  if (fixed) return fixed.is
  if (startsWith(head, 'd0cf11e0a1b11ae1')) return oldOffice(candidate)
  if (startsWith(head, '504b0304')) return packedOffice(candidate, head)
  return plainText(candidate)
}

const startsWith = (head: Buffer, hex: string, at = 0) => {
  const wanted = Buffer.from(hex, 'hex')
  return head.subarray(at, at + wanted.length).equals(wanted)
}
const says = (head: Buffer, text: string, at = 0) => head.toString('latin1', at, at + text.length) === text
/** ISO/IEC 14496-12: the brand of the first box. */
const brandIn = (head: Buffer, brands: readonly string[]) =>
  says(head, 'ftyp', 4) && brands.includes(head.toString('latin1', 8, 12))

const type = (mediaType: string, ...endings: [string, ...string[]]): JudgedType => ({ mediaType, endings })

const SIGNATURES: readonly { readonly fits: (head: Buffer) => boolean; readonly is: JudgedType }[] = [
  { fits: (head) => startsWith(head, 'ffd8ff'), is: type('image/jpeg', 'jpg', 'jpeg') },
  { fits: (head) => startsWith(head, '89504e470d0a1a0a'), is: type('image/png', 'png') },
  { fits: (head) => says(head, 'GIF87a') || says(head, 'GIF89a'), is: type('image/gif', 'gif') },
  { fits: (head) => says(head, 'RIFF') && says(head, 'WEBP', 8), is: type('image/webp', 'webp') },
  {
    fits: (head) => startsWith(head, '49492a00') || startsWith(head, '4d4d002a'),
    is: type('image/tiff', 'tif', 'tiff'),
  },
  { fits: (head) => brandIn(head, ['heic', 'heix', 'mif1', 'msf1']), is: type('image/heic', 'heic', 'heif') },
  { fits: (head) => brandIn(head, ['avif', 'avis']), is: type('image/avif', 'avif') },
  { fits: (head) => says(head, '%PDF-'), is: type('application/pdf', 'pdf') },
]

const OLD_OFFICE: readonly JudgedType[] = [
  type('application/msword', 'doc'),
  type('application/vnd.ms-excel', 'xls'),
  type('application/vnd.ms-powerpoint', 'ppt'),
]

/** All old office files are one container, and so are installers: here alone the name decides, and only between the three. */
function oldOffice({ name }: Candidate): JudgedType | undefined {
  const ending = endingOf(name)
  return OLD_OFFICE.find(({ endings }) => endings.includes(ending))
}

const OPEN_DOCUMENT: Readonly<Record<string, JudgedType>> = {
  text: type('application/vnd.oasis.opendocument.text', 'odt'),
  spreadsheet: type('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  presentation: type('application/vnd.oasis.opendocument.presentation', 'odp'),
}

const OFFICE_XML: readonly (readonly [part: string, is: JudgedType])[] = [
  ['word/document.xml', type('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx')],
  ['xl/workbook.xml', type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx')],
  ['ppt/presentation.xml', type('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx')],
]

/** ISO/IEC 26300-3 puts the type of an OpenDocument first and unpacked; ISO/IEC 29500-2 names the parts of the others. */
async function packedOffice({ file, bytes }: Candidate, head: Buffer): Promise<JudgedType | undefined> {
  const kind = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    head.toString('latin1', 30, 120),
  )
  if (kind) return OPEN_DOCUMENT[kind[1] ?? '']
  const names = await zipNames(file, bytes)
  if (!names?.has('[Content_Types].xml')) return undefined
  // A macro is a program that travels in a letter.
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return undefined
  return OFFICE_XML.find(([part]) => names.has(part))?.[1]
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/

/** UTF-8 without control characters that does not begin as markup does. Sent as text with nosniff, the rest cannot run either. */
async function plainText({ file, bytes, name }: Candidate): Promise<JudgedType | undefined> {
  const all = Buffer.alloc(bytes)
  await file.read(all, 0, bytes, 0)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(all)
  } catch {
    return undefined
  }
  if (CONTROLS.test(text) || text.trimStart().startsWith('<')) return undefined
  return endingOf(name) === 'csv' ? type('text/csv', 'csv') : type('text/plain', 'txt', 'md', 'log', 'tsv')
}

export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
