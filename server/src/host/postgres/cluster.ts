import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { asAccount } from './account.ts'
import type { ServerAccount } from './account.ts'
import type { Binaries } from './package-binaries.ts'
import { codeOf, PostgresProblem, problemFromOutput } from './problem.ts'
import { serverEnvironment } from './server-environment.ts'

export const ownerName = 'fondaco'

// Inside the cluster, so that one rename makes both appear, and a physical backup holds its own key.
const passwordName = 'owner-password'

interface Making {
  home: string
  account: ServerAccount | undefined
  binaries: Binaries
  durability: 'full' | 'none'
}

export function clusterFolder(home: string): string {
  return join(home, 'cluster')
}

/** Who owns the files must run the server; root may have been handed a folder that an ordinary account made. */
export async function findClusterAccount(
  home: string,
  account: ServerAccount | undefined,
): Promise<ServerAccount | undefined> {
  const found = await look(clusterFolder(home))
  if (!found || !account || found.uid === account.uid) return account
  if (found.uid !== 0) return { name: `number ${found.uid}`, uid: found.uid, gid: found.gid }
  throw new PostgresProblem(
    'unreadable',
    `${clusterFolder(home)} belongs to root, as which PostgreSQL does not run.`,
    `Run: chown -R ${account.name} ${clusterFolder(home)}`,
  )
}

export async function hasCluster(home: string): Promise<boolean> {
  return (await look(clusterFolder(home))) !== undefined
}

/** Made in a folder of its own and renamed when whole: a cluster that exists under its name was once complete. */
export async function makeCluster({ home, account, binaries, durability }: Making): Promise<void> {
  await removeUnfinished(home)
  const making = join(home, `making-${randomBytes(6).toString('hex')}`)
  await mkdir(making, { mode: 0o700 })
  if (account) await chown(making, account.uid, account.gid)
  try {
    const password = randomBytes(24).toString('hex')
    const passwordFile = join(making, passwordName)
    await writeSecret(passwordFile, password, account)
    const cluster = join(making, 'cluster')
    await runInitdb(binaries, account, initdbArguments(cluster, passwordFile, durability))
    await rename(passwordFile, join(cluster, passwordName))
    await flushFolder(cluster)
    await rename(cluster, clusterFolder(home))
    await flushFolder(home)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/**
 * builtin C.UTF-8 sorts and compares alike on every host and ICU version: no index breaks when the shop moves. But pg_trgm and
 * the text-search parser still classify letters by the host's LC_CTYPE, and under plain C they drop or glue every letter beyond
 * ASCII (no trigram at all for "чай"), so a UTF-8 one is taken where the host has it: glibc contains C.UTF-8, macOS en_US.UTF-8.
 */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'C']

async function runInitdb(binaries: Binaries, account: ServerAccount | undefined, args: string[]): Promise<void> {
  for (const locale of letterLocales) {
    const output = await tryInitdb(binaries, account, [...args, `--lc-ctype=${locale}`])
    if (output === undefined) return
    const next = /invalid locale name/.test(output) && locale !== 'C'
    if (!next) throw problemFromOutput(output, 'Creating the database')
  }
}

/** What initdb said when it failed. It removes what it made, so that another try starts from nothing. */
async function tryInitdb(
  binaries: Binaries,
  account: ServerAccount | undefined,
  args: string[],
): Promise<string | undefined> {
  try {
    await promisify(execFile)(binaries.initdb, args, { ...asAccount(account), cwd: '/', env: serverEnvironment() })
    return undefined
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return `${stdout}\n${stderr}`.trim() || String(error)
  }
}

function initdbArguments(cluster: string, passwordFile: string, durability: 'full' | 'none'): string[] {
  const args = ['-D', cluster, '-U', ownerName, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums')
  if (durability === 'none') args.push('--no-sync')
  return args
}

async function writeSecret(path: string, secret: string, account: ServerAccount | undefined): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
    if (account) await file.chown(account.uid, account.gid)
  } finally {
    await file.close()
  }
}

// A rename lasts through a power failure only once its folder is flushed. Windows cannot open folders and does without.
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

// Left by a start that was killed while it made the cluster; the caller holds the start lock, so nobody works in them.
async function removeUnfinished(home: string): Promise<void> {
  const names = await readdir(home)
  for (const name of names.filter((name) => name.startsWith('making-'))) {
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

/** Refuses a cluster that PostgreSQL could not run, before PostgreSQL says so in its own words. */
export async function inspectCluster(home: string, major: number): Promise<{ password: string }> {
  const cluster = clusterFolder(home)
  const version = (await readPart(cluster, 'PG_VERSION')).trim()
  if (version === '') throw halfMade(cluster, 'PG_VERSION')
  if (Number(version) !== major) throw wrongVersion(cluster, version, major)
  await access(join(cluster, 'global', 'pg_control')).catch(() => {
    throw halfMade(cluster, 'global/pg_control')
  })
  // Copies and restores often widen the mode, which PostgreSQL refuses.
  if (((await stat(cluster)).mode & 0o027) !== 0 && process.platform !== 'win32') await chmod(cluster, 0o700)
  const password = (await readPart(cluster, passwordName)).trim()
  if (password) return { password }
  throw new PostgresProblem(
    'password',
    `The file ${join(cluster, passwordName)}, with which Fondaco signs in to its database, is missing or empty.`,
    'Put it back from a backup of the data folder (each backup holds it).',
  )
}

async function readPart(cluster: string, name: string): Promise<string> {
  try {
    return await readFile(join(cluster, name), 'utf8')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return ''
    throw new PostgresProblem(
      'unreadable',
      `The database in ${cluster} cannot be read (${codeOf(cause) || String(cause)}).`,
      'Start Fondaco with the account that made the data folder, or give the folder to your account (chown -R).',
      { cause },
    )
  }
}

function halfMade(cluster: string, part: string): PostgresProblem {
  return new PostgresProblem(
    'half-made',
    `${cluster} is not a whole database: ${part} is missing.`,
    'Restore the folder from a backup; if it never held anything of worth, move it away and start again.',
  )
}

function wrongVersion(cluster: string, version: string, major: number): PostgresProblem {
  return new PostgresProblem(
    'wrong-version',
    `${cluster} was made by PostgreSQL ${version}; this Fondaco brings PostgreSQL ${major}.`,
    `Export with the Fondaco that made it, move the folder away, start this one and import. Nothing was changed.`,
  )
}

async function look(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
