/** Processor time as Linux counts it in /proc: user and system, in microseconds. */
import { readFileSync, readdirSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
const US_PER_TICK = 1_000_000 / TICKS_PER_SECOND

interface Times {
  readonly parent: number
  readonly own: number
  /** Of children that have ended and were waited for. */
  readonly ended: number
}

function timesOf(pid: number | 'self'): Times | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return undefined
  }
  // The program's name stands in brackets and may hold anything; the fields behind it are numbers (proc_pid_stat(5)).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number): number => Number(fields[number - 3])
  return {
    parent: field(4),
    own: (field(14) + field(15)) * US_PER_TICK,
    ended: (field(16) + field(17)) * US_PER_TICK,
  }
}

export function cpuOf(pid: number): number {
  const times = timesOf(pid)
  if (!times) throw new Error(`process ${pid} has ended`)
  return times.own
}

/** A process and everything it ever started, as long as it waits for its children: a postmaster with its backends. */
export function cpuOfFamily(pid: number): number {
  const parent = timesOf(pid)
  if (!parent) throw new Error(`process ${pid} has ended`)
  let sum = parent.own + parent.ended
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const child = timesOf(Number(name))
    if (child?.parent === pid) sum += child.own
  }
  return sum
}

/** Of this program's children that have ended. */
export function cpuOfEndedChildren(): number {
  return timesOf('self')?.ended ?? 0
}

export function cpuOfThisProgram(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
