import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Endpoint } from './ask-server.ts'
import { codeOf } from './problem.ts'

const run = promisify(execFile)
const onLinux = process.platform === 'linux'

/** What `postmaster.pid` says. */
export interface Postmaster {
  pid: number
  endpoint: Endpoint
}

export async function readPostmasterFile(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketFolder] = text.split('\n').map((line) => line.trim())
  if (!(Number(pid) > 0)) return undefined
  return { pid: Number(pid), endpoint: { port: Number(port) || 0, socketFolder: socketFolder || undefined } }
}

/**
 * Whether the process lives and serves this cluster. The id alone proves nothing: ids are used again, and a killed process whose
 * parent does not bury it (process 1 of many containers) still takes signals. A server's working folder is its cluster.
 */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  if (onLinux) return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && !stdout.trim().startsWith('Z')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

type Step = readonly [signal: NodeJS.Signals, patienceMs: number]

/** Sessions are ended and a checkpoint is written; if that takes more than 10 s, an immediate stop: the next start recovers. */
export const fastStop: readonly Step[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 7_000],
  ['SIGKILL', 3_000],
]
/** For a server that no longer answers. */
export const immediateStop: readonly Step[] = [
  ['SIGQUIT', 3_000],
  ['SIGKILL', 3_000],
]
/** For backends whose postmaster died. A commit that they acknowledged is flushed already; the rest is rolled back anyway. */
const remainsStop: readonly Step[] = [
  ['SIGQUIT', 2_000],
  ['SIGKILL', 2_000],
]

/** Resolves when the process is gone. On Windows a signal is an abrupt end, as after a kill: the next start recovers. */
export async function stopPostmaster(pid: number, cluster: string, steps: readonly Step[]): Promise<void> {
  for (const [signal, patienceMs] of steps) {
    if (!(await serves(pid, cluster))) return
    sendSignal(pid, signal)
    if (await endsWithin(patienceMs, async () => await serves(pid, cluster))) return
  }
}

/**
 * Clears the way after a postmaster was killed: its backends may finish a statement for some moments yet, and a new server must
 * not start beside them. The stale file goes too, since PostgreSQL would trust its process id if another program now has it.
 * Elsewhere than on Linux, PostgreSQL's own checks and the launcher's retries do this.
 */
export async function clearRemains(cluster: string, socketFolder: string | undefined): Promise<void> {
  if (!onLinux) return
  for (const [signal, patienceMs] of remainsStop) {
    const orphans = await findProcessesIn(cluster)
    for (const pid of orphans) sendSignal(pid, signal)
    if (orphans.length === 0) break
    if (await endsWithin(patienceMs, async () => (await findProcessesIn(cluster)).length > 0)) break
  }
  if ((await findProcessesIn(cluster)).length > 0) return
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  if (socketFolder) {
    for (const name of await readdir(socketFolder)) await rm(join(socketFolder, name), { force: true })
  }
}

async function findProcessesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const found = await Promise.all(pids.map(async (pid) => ((await serves(pid, cluster)) ? [pid] : [])))
  // Someone's shell may stand in the folder: only PostgreSQL's own processes are in our way.
  const named = await Promise.all(found.flat().map(async (pid) => ((await isPostgres(pid)) ? [pid] : [])))
  return named.flat()
}

async function isPostgres(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres'
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

async function endsWithin(patienceMs: number, goesOn: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + patienceMs
  while (performance.now() < end) {
    await wait(10)
    if (!(await goesOn())) return true
  }
  return false
}
