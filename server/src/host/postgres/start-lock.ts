import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'

const busy = 5

/**
 * Runs `work` while no other process starts the same database. Node has no file locks, and a lock file with a process id is
 * wrong exactly when it matters (kill -9, ids used again). SQLite, which Node contains, takes locks that the kernel itself gives
 * back when the process dies, on every platform; its file stays empty.
 */
export async function underStartLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    for (let turn = 0; !tryTake(lock); turn += 1) {
      if (turn === 20) onWait()
      await wait(50)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryTake(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return false
    throw error
  }
}
