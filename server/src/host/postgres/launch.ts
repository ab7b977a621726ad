import { spawn } from 'node:child_process'
import { chown, mkdir, open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asAccount } from './account.ts'
import type { ServerAccount } from './account.ts'
import { serverEnvironment } from './server-environment.ts'

interface Launch {
  program: string
  cluster: string
  args: string[]
  logFolder: string
  account: ServerAccount | undefined
}

export interface Launched {
  pid: number
  /** Set once the process has ended: all that it wrote since this launch. */
  output: () => Promise<string>
  hasEnded: () => boolean
}

/**
 * Starts the postmaster in a session of its own (`detached`): Ctrl-C in the terminal reaches us, who stop it gracefully, and not
 * it at the same time. It holds no pipe to us, so it survives us and the next start can adopt it.
 */
export async function launchPostmaster({ program, cluster, args, logFolder, account }: Launch): Promise<Launched> {
  const before = await measure(logFolder)
  const early = await open(join(logFolder, 'startup.log'), 'w', 0o600)
  try {
    const child = spawn(program, ['-D', cluster, ...args], {
      ...asAccount(account),
      cwd: '/',
      detached: true,
      windowsHide: true,
      stdio: ['ignore', early.fd, early.fd],
      env: serverEnvironment(),
    })
    let ended = false
    child.once('exit', () => (ended = true))
    await new Promise((done, fail) => child.once('spawn', done).once('error', fail))
    child.unref()
    return { pid: child.pid ?? 0, hasEnded: () => ended, output: async () => await readSince(logFolder, before) }
  } finally {
    await early.close()
  }
}

/** A folder that PostgreSQL itself writes into. */
export async function makeServerFolder(path: string, account: ServerAccount | undefined): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (account) await chown(path, account.uid, account.gid)
}

async function measure(logFolder: string): Promise<Map<string, number>> {
  const names = (await readdir(logFolder)).filter((name) => name !== 'startup.log')
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(logFolder, name))).size] as const)),
  )
}

async function readSince(logFolder: string, before: Map<string, number>): Promise<string> {
  const texts = (await readdir(logFolder)).map(async (name) => {
    const bytes = await readFile(join(logFolder, name))
    return bytes.subarray(before.get(name) ?? 0).toString('utf8')
  })
  return (await Promise.all(texts)).join('\n')
}
