import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { hashedPath } from '../files/folder.ts'
import { judgeType, type JudgedType } from './judge-type.ts'

export const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024

export interface ReceivedFile {
  readonly sha256: string
  readonly bytes: number
  readonly type: JudgedType
}

export type UploadFlaw = 'empty' | 'too_large' | 'type_not_allowed'

/** Apart from the pictures: those are cleaned and shown, these are kept as they came and only handed out. */
export function attachmentsFolder(filesFolder: string): string {
  return join(filesFolder, 'attachments')
}

export function attachmentPath(filesFolder: string, sha256: string): string {
  return hashedPath(attachmentsFolder(filesFolder), sha256)
}

/**
 * Streams an upload to disk aside, so that a large file costs no memory, hashing on the way; judges it by its content; and
 * moves it whole, synced, to the address of its hash. What is refused or broken off leaves nothing behind.
 */
export async function receiveUpload(
  filesFolder: string,
  {
    body,
    name,
    judge = judgeType,
  }: { readonly body: Readable; readonly name: string; readonly judge?: typeof judgeType },
): Promise<ReceivedFile | UploadFlaw> {
  const folder = attachmentsFolder(filesFolder)
  await mkdir(folder, { recursive: true })
  const aside = join(folder, `${randomUUID()}.part`)
  const file = await open(aside, 'wx+')
  try {
    const written = await drain(body, file)
    if (typeof written === 'string') return written
    const type = await judge({ file, bytes: written.bytes, name })
    if (!type) return 'type_not_allowed'
    await file.sync()
    await keep(aside, attachmentPath(filesFolder, written.sha256))
    return { ...written, type }
  } finally {
    await file.close()
    await rm(aside, { force: true })
  }
}

async function drain(
  body: Readable,
  file: FileHandle,
): Promise<{ readonly sha256: string; readonly bytes: number } | UploadFlaw> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_ATTACHMENT_BYTES) return 'too_large'
    hash.update(chunk)
    await file.write(chunk)
  }
  return bytes === 0 ? 'empty' : { sha256: hash.digest('hex'), bytes }
}

/** The same bytes are one file: what lies there already is theirs. */
async function keep(aside: string, path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (there) return
  await mkdir(dirname(path), { recursive: true })
  await rename(aside, path)
}
