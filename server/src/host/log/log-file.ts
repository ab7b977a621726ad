import { mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Appends line by line, at once. Rejected: pino's own buffering destination, which on a full disk throws out of the blue and
 * then keeps the ending process asleep for ever, because it insists on flushing. A shop that cannot log still sells: a line
 * that cannot be written is dropped, and the next one is tried again. Opening a file that may not be written throws.
 */
export function openLogFile(destination: string | number): { write(line: string): void } {
  if (typeof destination === 'string') mkdirSync(dirname(destination), { recursive: true })
  const file = typeof destination === 'string' ? openSync(destination, 'a', 0o640) : destination
  return {
    write(line) {
      try {
        writeSync(file, line)
      } catch {
        // Nobody can be told: this was the way to tell.
      }
    },
  }
}
