import { randomInt } from 'node:crypto'

/** A whole number from 0 up to, without, the limit; by the kernel's chance, so that codes made of it cannot be guessed. */
export function randomBelow(limit: number): number {
  return randomInt(limit)
}
