import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from './model.ts'

/**
 * One file of lines, each a JSON list of changes that hold together. A line counts once it is on the disk;
 * lines that wait at the same time share one sync. A line that a crash cut short was never answered for and
 * is cut off at the next start. When the file has grown to four times what is needed it is written anew
 * beside itself and renamed. If the disk refuses, memory would be ahead of it: the journal breaks for good.
 */
export interface JournalOptions {
  folder: string
  replay(change: Change): void
  snapshot(): Iterable<Change>
  onBroken(error: Error): void
  /** Below this many bytes the file is never rewritten. */
  rewriteAboveBytes?: number
}

interface Waiting {
  line: string
  resolve(): void
  reject(error: Error): void
}

export async function openJournal(options: JournalOptions): Promise<Journal> {
  await mkdir(options.folder, { recursive: true })
  const path = join(options.folder, 'journal.jsonl')
  await replayFile(path, options.replay)
  const journal = new Journal(path, options)
  await journal.start()
  return journal
}

async function replayFile(path: string, replay: (change: Change) => void): Promise<void> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  let start = 0
  let line = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    const changes = end < 0 ? undefined : parseLine(bytes.toString('utf8', start, end))
    line += 1
    if (changes === undefined) {
      if (end >= 0 && holdsLine(bytes, end + 1)) {
        throw new Error(`Line ${line} of ${path} is damaged. Move the file away to begin with an empty provider.`)
      }
      await truncate(path, start)
      return
    }
    changes.forEach(replay)
    start = end + 1
  }
}

function parseLine(text: string): Change[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? (parsed as Change[]) : undefined
  } catch {
    return undefined
  }
}

function holdsLine(bytes: Buffer, from: number): boolean {
  return bytes
    .toString('utf8', from)
    .split('\n')
    .some((text) => parseLine(text) !== undefined)
}

export class Journal {
  readonly #path: string
  readonly #options: JournalOptions
  #file: FileHandle | undefined
  #bytes = 0
  #bytesAfterRewrite = 0
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #broken: Error | undefined

  constructor(path: string, options: JournalOptions) {
    this.#path = path
    this.#options = options
  }

  async start(): Promise<void> {
    await this.#rewrite()
  }

  /** Resolves when the line is on the disk. */
  append(changes: readonly Change[]): Promise<void> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line: `${JSON.stringify(changes)}\n`, resolve, reject })
      this.#writing ??= this.#writeAll()
    })
  }

  /** Resolves when all that was appended so far is on the disk. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing
    if (this.#broken !== undefined) throw this.#broken
  }

  async close(): Promise<void> {
    await this.settled().catch(() => undefined)
    await this.#file?.close()
    this.#file = undefined
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0 && this.#broken === undefined) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.#write(batch.map((waiting) => waiting.line).join(''))
        for (const waiting of batch) waiting.resolve()
      } catch (error) {
        this.#break(error as Error, batch)
      }
    }
    this.#writing = undefined
  }

  async #write(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    await this.#file?.appendFile(bytes)
    await this.#file?.datasync()
    this.#bytes += bytes.length
    const worthIt = this.#options.rewriteAboveBytes ?? 8 * 1024 * 1024
    if (this.#bytes > Math.max(worthIt, 4 * this.#bytesAfterRewrite)) await this.#rewrite()
  }

  #break(error: Error, batch: Waiting[]): void {
    this.#broken = error
    for (const waiting of [...batch, ...this.#waiting]) waiting.reject(error)
    this.#waiting = []
    this.#options.onBroken(error)
  }

  /** Synchronous up to the rename, so that no change slips between the snapshot and the new file. */
  async #rewrite(): Promise<void> {
    const beside = `${this.#path}.new`
    const descriptor = openSync(beside, 'w')
    try {
      this.#bytes = writeSnapshot(descriptor, this.#options.snapshot())
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(beside, this.#path)
    syncFolder(this.#options.folder)
    this.#bytesAfterRewrite = this.#bytes
    await this.#file?.close()
    this.#file = await open(this.#path, 'a')
  }
}

function writeSnapshot(descriptor: number, changes: Iterable<Change>): number {
  let bytes = 0
  let text = ''
  for (const change of changes) {
    text += `${JSON.stringify([change])}\n`
    if (text.length < 1024 * 1024) continue
    bytes += writeWhole(descriptor, text)
    text = ''
  }
  return bytes + writeWhole(descriptor, text)
}

function writeWhole(descriptor: number, text: string): number {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  return bytes.length
}

/** A rename is safe only once its folder is; Windows cannot open folders and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
