import { inflateRawSync } from 'node:zlib'

/** Larger than any office file of products; a small file that unfolds to more is no such file. */
const MOST_BYTES = 256 * 1_048_576
const MOST_ENTRIES = 5_000
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** What a ZIP archive holds, by name. `undefined` when it is none, is cut off, or unfolds to more than a person would send. */
export interface Archive {
  text(name: string): string | undefined
}

/** PKWARE's APPNOTE 6.3: stored and deflated entries, as every office program writes them; encrypted ones and ZIP64 are not read. */
export function openArchive(bytes: Uint8Array): Archive | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readEntries(file)
  if (!entries) return undefined
  let left = MOST_BYTES
  return {
    text(name) {
      const entry = entries.get(name.toLowerCase())
      const content = entry && unfold(file, entry, left)
      left -= content?.length ?? 0
      return content?.toString('utf8')
    },
  }
}

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

interface Entry {
  readonly method: number
  readonly packed: number
  readonly at: number
}

function readEntries(file: Buffer): Map<string, Entry> | undefined {
  const end = endOf(file)
  if (end === undefined) return undefined
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) return undefined
  const entries = new Map<string, Entry>()
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) return undefined
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    const entry = {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    }
    const called = file.toString('utf8', at + 46, at + 46 + name).replaceAll('\\', '/')
    entries.set(called.toLowerCase(), entry)
    at += 46 + name + extra + comment
  }
  return entries
}

/** The end of the directory stands last, before a comment of 64 KB at most. */
function endOf(file: Buffer): number | undefined {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--) {
    if (file.readUInt32LE(at) === END) return at
  }
  return undefined
}

function unfold(file: Buffer, { method, packed, at }: Entry, most: number): Buffer | undefined {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) return undefined
  const begin = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  const content = file.subarray(begin, begin + packed)
  if (content.length < packed || most <= 0) return undefined
  if (method === 0) return content.length > most ? undefined : content
  if (method !== 8) return undefined
  try {
    return inflateRawSync(content, { maxOutputLength: most })
  } catch {
    return undefined
  }
}
