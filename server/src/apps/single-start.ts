import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from './terminal.ts'

/**
 * Holds the data folder for one `fondaco start`, until the process ends, however it ends: the kernel gives the lock of a
 * SQLite file back, which a file with a process id does not do after a kill. The file beside it only tells who holds it.
 */
export function holdDataFolder(dataFolder: string, publicUrl: string): void {
  mkdirSync(dataFolder, { recursive: true })
  const note = join(dataFolder, 'running')
  const lock = tryHold(dataFolder)
  if (!lock) {
    const [pid = 'unknown', url = ''] = readNote(note)
    throw new Problem(
      `Fondaco is running already on ${dataFolder} (process ${pid}${url === '' ? '' : `, ${url}`}).`,
      'Use that one, stop it first, or give this one a DATA_FOLDER and a PORT of its own.',
    )
  }
  held.add(lock)
  writeFileSync(note, `${process.pid}\n${publicUrl}\n`)
}

/** Whether a `fondaco start` holds the folder now. */
export function isDataFolderHeld(dataFolder: string): boolean {
  const lock = tryHold(dataFolder)
  lock?.close()
  return lock === undefined
}

// Collected, the lock would be given back.
const held = new Set<DatabaseSync>()
const BUSY = 5

function tryHold(dataFolder: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(dataFolder, 'running.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined
    throw error
  }
}

function readNote(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').trim().split('\n')
  } catch {
    return []
  }
}
