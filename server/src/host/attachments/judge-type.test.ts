import assert from 'node:assert/strict'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { tidyFileName } from './file-name.ts'
import { judgeType } from './judge-type.ts'
import { zipOf } from './testing/zip-of.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function judged(name: string, content: Buffer | string): Promise<string | undefined> {
  const path = join(folder, 'candidate')
  await writeFile(path, content)
  const file = await open(path)
  try {
    return (await judgeType({ file, bytes: Buffer.byteLength(content), name }))?.mediaType
  } finally {
    await file.close()
  }
}

const hex = (text: string, rest = '') =>
  Buffer.concat([Buffer.from(text.replaceAll(' ', ''), 'hex'), Buffer.from(rest)])
const parts = (...names: string[]) => zipOf(names.map((name) => [name, 'x'] as const))
const open_document = (kind: string) => zipOf([['mimetype', `application/vnd.oasis.opendocument.${kind}`]])
const OFFICE = 'application/vnd.openxmlformats-officedocument.'

/** What is in the file · what it is called · what it is. */
const CASES: [string, string, Buffer | string, string | undefined][] = [
  ['JPEG', 'a.jpg', hex('ffd8ffe0'), 'image/jpeg'],
  ['JPEG under another name', 'a.txt', hex('ffd8ffe0'), 'image/jpeg'],
  ['PNG', 'a.png', hex('89504e470d0a1a0a'), 'image/png'],
  ['GIF', 'a.gif', 'GIF89a....', 'image/gif'],
  ['WebP', 'a.webp', 'RIFF....WEBPVP8 ', 'image/webp'],
  ['TIFF', 'a.tif', hex('49492a00 08000000'), 'image/tiff'],
  ['HEIC of a telephone', 'a.heic', hex('00000018', 'ftypheic'), 'image/heic'],
  ['AVIF', 'a.avif', hex('00000018', 'ftypavif'), 'image/avif'],
  ['a film', 'a.mp4', hex('00000018', 'ftypisom'), undefined],
  ['PDF', 'a.pdf', '%PDF-1.7\n\x80\x81', 'application/pdf'],
  ['HTML that says PDF further down', 'a.pdf', '<script>1</script>%PDF-1.7', undefined],
  ['text', 'a.txt', 'Grüße, città, 你好\r\n\tdone', 'text/plain'],
  ['CSV with markup in a cell', 'a.csv', 'Handle,Body\nmug,<b>bold</b>', 'text/csv'],
  ['HTML', 'a.html', '<!DOCTYPE html><p>', undefined],
  ['HTML that says text', 'a.txt', '\n  <html>', undefined],
  ['HTML after a byte-order mark', 'a.txt', '\ufeff<html>', undefined],
  ['SVG', 'a.svg', '<svg onload="x()"/>', undefined],
  ['XML', 'a.xml', '<?xml version="1.0"?>', undefined],
  ['text in Latin-1', 'a.txt', Buffer.from('citt\xe0', 'latin1'), undefined],
  ['bytes', 'a.txt', Buffer.from([1, 2, 3]), undefined],
  ['a program for Windows', 'invoice.pdf', hex('4d5a9000', 'This program cannot be run in DOS mode'), undefined],
  ['a program for Linux', 'a', hex('7f454c46 0201'), undefined],
  ['DOCX', 'a.docx', parts('[Content_Types].xml', 'word/document.xml'), `${OFFICE}wordprocessingml.document`],
  ['XLSX', 'a.xlsx', parts('[Content_Types].xml', 'xl/workbook.xml'), `${OFFICE}spreadsheetml.sheet`],
  ['PPTX', 'a.pptx', parts('[Content_Types].xml', 'ppt/presentation.xml'), `${OFFICE}presentationml.presentation`],
  ['DOCX with a macro', 'a.docx', parts('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), undefined],
  ['ODS', 'a.ods', open_document('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['ZIP', 'a.docx', parts('a.txt'), undefined],
  ['JAR', 'a.docx', parts('META-INF/MANIFEST.MF', 'word/document.xml'), undefined],
  ['ZIP cut short', 'a.docx', parts('[Content_Types].xml', 'word/document.xml').subarray(0, 60), undefined],
  ['old Word', 'a.DOC', hex('d0cf11e0a1b11ae1'), 'application/msword'],
  ['an installer in the same container', 'a.msi', hex('d0cf11e0a1b11ae1'), undefined],
]

for (const [what, name, content, mediaType] of CASES) {
  test(`${what} called ${name}: ${mediaType ?? 'not kept'}`, async () => {
    assert.equal(await judged(name, content), mediaType)
  })
}

const PDF = { mediaType: 'application/pdf', endings: ['pdf'] } as const
const JPEG = { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] } as const

for (const [given, kept, type] of [
  ['invoice.pdf', 'invoice.pdf', PDF],
  ['Invoice.PDF', 'Invoice.pdf', PDF],
  ['photo.JPEG', 'photo.jpeg', JPEG],
  ['../../etc/passwd', 'passwd.pdf', PDF],
  ['C:\\Users\\anna\\scan.pdf', 'scan.pdf', PDF],
  ['page.html', 'page.html.pdf', PDF],
  ['\u202efdp.exe', 'fdp.exe.pdf', PDF],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf', PDF],
  ['..', 'file.pdf', PDF],
  ['', 'file.pdf', PDF],
  ['Fattura città 2026.pdf', 'Fattura città 2026.pdf', PDF],
  [`${'x'.repeat(250)}.pdf`, `${'x'.repeat(180)}.pdf`, PDF],
] as const) {
  test(`${JSON.stringify(given.slice(0, 40))} is kept as ${kept.slice(0, 40)}`, () => {
    assert.equal(tidyFileName(given, type), kept)
  })
}
