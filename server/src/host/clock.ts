import { randomFillSync } from 'node:crypto'
import { uuidV7From, type Id } from '../kernel/ids.ts'

/** The only place of the running program that reads the clock. Tests hand in their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const POOL_BYTES = 10 * 256
const pool = new Uint8Array(POOL_BYTES)
let used = POOL_BYTES

/**
 * A new UUIDv7 (RFC 9562): creation time in front, so that primary keys grow at the right edge of their index.
 * Randomness is drawn from the kernel in blocks: one system call for 256 ids.
 */
export function newId<Kind extends string>(): Id<Kind> {
  if (used >= POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + 10)
  used += 10
  return uuidV7From(Date.now(), random) as Id<Kind>
}
