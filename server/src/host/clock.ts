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

const MOST = 0xfff
let lastTime = 0
let counted = 0

/**
 * A new UUIDv7 (RFC 9562): creation time in front, so that primary keys grow at the right edge of their index, and within a millisecond
 * a counter (section 6.2, method 1): what one process makes later sorts later, also where the clock stands still or goes back.
 * Randomness is drawn from the kernel in blocks: one system call for 256 ids.
 */
export function newId<Kind extends string>(): Id<Kind> {
  if (used >= POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + 10)
  used += 10
  // Begun in the lower half, so that two thousand fit into a millisecond before the next is borrowed.
  count(((random[0] ?? 0) & 0x07) * 0x100 + (random[1] ?? 0))
  random[0] = counted >> 8
  random[1] = counted & 0xff
  return uuidV7From(lastTime, random) as Id<Kind>
}

function count(start: number): void {
  const time = Date.now()
  if (time > lastTime || counted === MOST) {
    lastTime = Math.max(time, lastTime + 1)
    counted = start
  } else {
    counted += 1
  }
}
