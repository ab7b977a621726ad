/**
 * What a test file opens is closed when the file ends: at the end of its process, or of its turn in a process that several
 * files share (tests/together.ts).
 *
 *   const open = new Set<Thing>()
 *   atTheEnd(async () => { for (const thing of open) await thing.close(); open.clear() })
 */
import { after } from 'node:test'

const closings: (() => Promise<void>)[] = []

/** Called once a module, at its top; `close` may run more than once. */
export function atTheEnd(close: () => Promise<void>): void {
  // Here rather than when a house is opened: called inside a test's own hook it would run as soon as that hook ends.
  if (closings.length === 0) after(closeOpened)
  closings.push(close)
}

export async function closeOpened(): Promise<void> {
  for (const close of closings) await close()
}
