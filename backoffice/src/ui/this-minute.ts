import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000

let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** Now, to the minute. One clock for all that tell the time: a timer in each cell of a long table would be felt. */
export function useThisMinute(): Date {
  return useSyncExternalStore(listen, read)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, MINUTE_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  now = new Date()
  for (const listener of listeners) listener()
}

/** While nobody listens the clock stands. */
function read(): Date {
  if (timer === undefined && Date.now() - now.getTime() >= MINUTE_MS) now = new Date()
  return now
}
