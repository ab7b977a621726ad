import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../host/log/log.ts'
import { Problem } from './terminal.ts'

export interface ChildPlan {
  readonly name: string
  readonly script: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface SupervisedChild {
  /** The first time it serves; rejects with what it said when it ended before that. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

/** Ctrl-C must have closed everything within ten seconds; the database needs the last of them. */
const PATIENCE_MS = 8_000
const LONGEST_PAUSE_MS = 15_000
/** Who served so long does not fall in a loop: it is started again at once (reliability.md R2: back within three seconds). */
const STEADY_MS = 10_000

/**
 * Keeps one process of the house running. A crash before it ever served is a mistake that a person must mend, and is told;
 * after that it is started again, at once the first time, then with doubling pauses while it keeps falling.
 */
export function superviseChild(plan: ChildPlan, log: Log, tell: (sentence: string) => void): SupervisedChild {
  let stopping = false
  let current: ChildProcess | undefined
  let served = false
  const ready = Promise.withResolvers<void>()

  async function keepRunning(): Promise<void> {
    for (let falls = 0; !stopping;) {
      const begun = performance.now()
      const { child, ended, said } = launch(plan, () => {
        if (served) log.info('child.ready', { kind: plan.name })
        served = true
        ready.resolve()
      })
      current = child
      const how = await ended
      if (stopping) return
      if (!served) return ready.reject(new Problem(said().message, said().remedy))
      log.error('child.ended', { kind: plan.name, reason: how })
      falls = performance.now() - begun > STEADY_MS ? 1 : falls + 1
      const pause = falls === 1 ? 0 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** falls)
      tell(
        `The ${plan.name} ended (${how}); starting it again${pause === 0 ? '' : ` in ${Math.round(pause / 1000)} s`}.`,
      )
      await wait(pause)
    }
  }
  const running = keepRunning()

  return {
    ready: ready.promise,
    async stop() {
      stopping = true
      const child = current
      if (child && child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
        await running
        clearTimeout(late)
      }
    },
  }
}

interface Launched {
  readonly child: ChildProcess
  readonly ended: Promise<string>
  /** The last words of a process that could not start, as the problem they are. */
  said(): { message: string; remedy: string }
}

const KEPT_WORDS = 4_000

function launch(plan: ChildPlan, onReady: () => void): Launched {
  const child = spawn(process.execPath, [plan.script, ...plan.args], {
    env: plan.env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString('utf8')).slice(-KEPT_WORDS)))
  // Providers know nothing of us: their first line says that they are ready. Our own processes send a message.
  child.stdout?.once('data', () => plan.args.length === 0 && onReady())
  child.on('message', (message) => (message as { kind?: string }).kind === 'ready' && onReady())
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  return { child, ended, said: () => lastWords(plan.name, words) }
}

function lastWords(name: string, words: string): { message: string; remedy: string } {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const message = lines.find((line) => line.startsWith('✗'))?.slice(2)
  const remedy = lines.find((line) => line.startsWith('→'))?.slice(2)
  if (message !== undefined) return { message, remedy: remedy ?? '' }
  const told = lines
    .filter((line) => !line.startsWith('at '))
    .join(' ')
    .slice(-600)
  return {
    message: `The ${name} could not start. ${told || 'It said nothing.'}`,
    remedy: 'Read the log file; "fondaco doctor" explains more.',
  }
}
