import { flushCompileCache } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 10_000

export interface Life {
  /** Resolves when the process is asked to end: SIGTERM, SIGINT, SIGHUP, or its parent is gone. */
  readonly asked: Promise<void>
  /** Asks by itself. */
  end(): void
}

export function openLife(): Life {
  let end = (): void => {}
  const asked = new Promise<void>((resolve) => (end = resolve))
  // A second Ctrl-C finds the handlers still there: the limit of `endWithin` ends an impatient wait.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  // Started by a supervisor, a process does not outlive it, however that one died.
  if (process.channel) process.once('disconnect', end)
  return { asked, end }
}

/** Runs the closing steps in order, each despite the failure of those before, and ends the process within ten seconds. */
export async function endProcess(code: number, steps: readonly (() => Promise<unknown>)[]): Promise<never> {
  const late = wait(LIMIT_MS, 'late', { ref: false })
  const closing = (async () => {
    for (const step of steps) await step().catch(() => {})
  })()
  await Promise.race([closing, late])
  process.exit(code)
}

/**
 * Tells the supervisor that this process serves. What Node compiled on the way is written down now, since a process that is
 * killed never ends in order: the next start then takes half the time.
 */
export function tellReady(): void {
  process.send?.({ kind: 'ready' })
  flushCompileCache()
}
