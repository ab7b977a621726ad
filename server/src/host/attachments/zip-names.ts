import type { FileHandle } from 'node:fs/promises'

const END_RECORD = 22
const LONGEST_COMMENT = 65_535
const ENTRY = 46
const MOST_ENTRIES = 10_000
const LARGEST_DIRECTORY = 4 * 1024 * 1024

/**
 * The names in a ZIP archive's central directory (PKWARE APPNOTE 4.3.12, 4.3.16), which is what every program that opens it
 * goes by; nothing is unpacked. Undefined when it is not whole.
 */
export async function zipNames(file: FileHandle, bytes: number): Promise<ReadonlySet<string> | undefined> {
  const tail = Buffer.alloc(Math.min(bytes, END_RECORD + LONGEST_COMMENT))
  await file.read(tail, 0, tail.length, bytes - tail.length)
  const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + END_RECORD > tail.length) return undefined
  const [count, size, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY || offset + size > bytes) return undefined
  const directory = Buffer.alloc(size)
  await file.read(directory, 0, size, offset)
  return namesIn(directory, count)
}

function namesIn(directory: Buffer, count: number): ReadonlySet<string> | undefined {
  const names = new Set<string>()
  let at = 0
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    names.add(directory.toString('utf8', at + ENTRY, at + ENTRY + name))
    at += ENTRY + name + extra + comment
  }
  return names
}
