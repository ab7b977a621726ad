import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
const SHA256 = /^[0-9a-f]{64}$/

/** Where a file lies: `ab/cdef….jpg` below the folder of files, by the hash of what was handed in. */
export function originalPath(folder: string, sha256: string, mediaType: string): string {
  const ending = ENDINGS[mediaType]
  if (ending === undefined) throw new Error(`No file ending for ${mediaType}`)
  return `${hashedPath(folder, sha256)}.${ending}`
}

export function variantPath(folder: string, sha256: string, width: number): string {
  return `${hashedPath(folder, sha256)}.w${width}.webp`
}

/** A path is made of a hash and of nothing that a request carries. */
export function hashedPath(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('Not a SHA-256')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whole or not at all: written aside, synced and renamed, so that a kill leaves no half picture under a good name. */
export async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${randomUUID()}.part`
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
