import { judgeType, type Candidate, type JudgedType } from './judge-type.ts'

/**
 * What a file that is sold may be, besides what may lie on a record: books, sound, film and archives. Nobody opens it in the office,
 * and it is handed out as a download alone; programs are still not among it.
 */
export async function judgeGoods(candidate: Candidate): Promise<JudgedType | undefined> {
  const known = await judgeType(candidate)
  if (known) return known
  const head = Buffer.alloc(Math.min(128, candidate.bytes))
  await candidate.file.read(head, 0, head.length, 0)
  return GOODS.find(({ fits }) => fits(head))?.is
}

const says = (head: Buffer, text: string, at = 0) => head.toString('latin1', at, at + text.length) === text

const GOODS: readonly { readonly fits: (head: Buffer) => boolean; readonly is: JudgedType }[] = [
  {
    // EPUB 3.3, section 4.2.6: its type lies first and unpacked.
    fits: (head) => says(head, 'PK\x03\x04') && says(head, 'mimetypeapplication/epub+zip', 30),
    is: { mediaType: 'application/epub+zip', endings: ['epub'] },
  },
  { fits: (head) => says(head, 'PK\x03\x04'), is: { mediaType: 'application/zip', endings: ['zip'] } },
  {
    fits: (head) => says(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
    is: { mediaType: 'audio/mpeg', endings: ['mp3'] },
  },
  { fits: (head) => says(head, 'fLaC'), is: { mediaType: 'audio/flac', endings: ['flac'] } },
  { fits: (head) => says(head, 'OggS'), is: { mediaType: 'audio/ogg', endings: ['ogg', 'opus'] } },
  {
    fits: (head) => says(head, 'RIFF') && says(head, 'WAVE', 8),
    is: { mediaType: 'audio/wav', endings: ['wav'] },
  },
  { fits: (head) => says(head, 'ftypM4A', 4), is: { mediaType: 'audio/mp4', endings: ['m4a'] } },
  { fits: (head) => says(head, 'ftyp', 4), is: { mediaType: 'video/mp4', endings: ['mp4', 'm4v'] } },
]
