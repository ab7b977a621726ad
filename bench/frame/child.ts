import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Runs a program of the frame to its end; answers the JSON that it printed. */
export async function runChild<T>(program: string, args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return JSON.parse(output) as T
}

export interface Serving {
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
}

/** Starts a program of the frame that prints its port and serves until it is stopped. */
export async function startChild(program: string, args: readonly string[]): Promise<Serving> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [data] = (await once(child.stdout, 'data')) as [Buffer]
  const { port } = JSON.parse(data.toString()) as { port: number }
  return serving(child, port)
}

export function serving(child: ChildProcess, port: number): Serving {
  return {
    pid: child.pid ?? 0,
    port,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
