import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres } from '../launcher.ts'
import type { RunningPostgres } from '../launcher.ts'

const inMemory = '/dev/shm'

/** A folder for one test's database, in memory where the system has that. */
export async function aFolder(name = 'fondaco-postgres-'): Promise<string> {
  return await mkdtemp(join(existsSync(inMemory) ? inMemory : tmpdir(), name))
}

/** Stops whatever server the test left in the folder, then removes it, also after a test that failed half-way. */
export async function removeFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, 'cluster', 'postmaster.pid'))) {
    const quiet = (): void => undefined
    const left = await startPostgres({ dataFolder: folder, durability: 'none', onProgress: quiet }).catch(quiet)
    await left?.stop()
  }
  await rm(folder, { recursive: true, force: true })
}

export async function ask(server: RunningPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl('postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

export interface Holder {
  process: ChildProcess
  /** What the process says once its server is ready. */
  said: Promise<{ pid: number; port: number; adopted: boolean }>
}

/** A Node process of its own that starts the database in the folder and holds it. */
export function startInOtherProcess(folder: string, durability: 'full' | 'none' = 'none'): Holder {
  const script = fileURLToPath(new URL('start-and-hold.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, durability], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = new Promise<{ pid: number; port: number; adopted: boolean }>((done, fail) => {
    child.stdout.once('data', (line: Buffer) => done(JSON.parse(line.toString('utf8'))))
    child.once('exit', (code, signal) => fail(new Error(`ended with ${code ?? signal}`)))
  })
  said.catch(() => undefined)
  return { process: child, said }
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}
