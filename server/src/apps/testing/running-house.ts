import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../bin/fondaco.mjs', import.meta.url))

export interface Place {
  readonly dataFolder: string
  readonly port: number
  readonly devpayPort: number
  /** Further settings. */
  readonly settings?: NodeJS.ProcessEnv
}

export interface StartedHouse {
  readonly process: ChildProcess
  /** All that it printed so far, on either stream. */
  readonly said: () => string
  /** Resolves when it says that it is open; rejects with what it said when it ended before. */
  readonly open: Promise<void>
  readonly ended: Promise<number | null>
}

/** `fondaco start` as a process group of its own, as a terminal starts it. */
export function startHouseAt(place: Place, command: readonly string[] = ['start']): StartedHouse {
  const child = spawn(process.execPath, [program, ...command], {
    env: environmentOf(place),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const open = (async () => {
    let over = false
    void ended.then(() => (over = true))
    // The last line of the summary.
    while (!words.includes('closes the house')) {
      if (over) throw new Error(`It ended before it was open:\n${words}`)
      await wait(20)
    }
  })()
  open.catch(() => {})
  return { process: child, said: () => words, open, ended }
}

export function environmentOf({ dataFolder, port, devpayPort, settings }: Place): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const own = { DATA_FOLDER: dataFolder, PORT: String(port), DEVPAY_PORT: String(devpayPort) }
  // What one process of a run has compiled, the others need not.
  const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }
  return { PATH, HOME, NO_COLOR: '1', ...compiled, ...own, ...settings }
}

/** Kill -9 of everything that the terminal's Ctrl-C would reach, at once. */
export function killGroup({ process: child }: StartedHouse): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL')
}

/** Below 20000 (and above what browsers refuse), where neither the database looks for one nor outgoing connections sit, so that it is still free when it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 20_000)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
