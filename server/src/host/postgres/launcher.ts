/**
 * The embedded PostgreSQL: one door, `startPostgres`. Design and the reasons in README.md beside this file.
 *
 * The postmaster outlives a killed Node, so every start first looks for one that serves the folder and adopts it; only under the
 * start lock, and only when none lives, is one launched. Rejected: `pg_ctl start` (refuses as root, refuses for seconds after a
 * crash, tells nothing of recovery) and tying the postmaster's life to ours (a kill -9 cannot be caught).
 */
import { realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findServerAccount } from './account.ts'
import type { ServerAccount } from './account.ts'
import { askServer, fitsSocket, ownerUrl } from './ask-server.ts'
import type { Endpoint } from './ask-server.ts'
import { awaitAnswer } from './await-answer.ts'
import type { Outcome } from './await-answer.ts'
import { clusterFolder, findClusterAccount, hasCluster, inspectCluster, makeCluster } from './cluster.ts'
import { settleDataHome } from './data-home.ts'
import { launchPostmaster, makeServerFolder } from './launch.ts'
import { prepareBinaries } from './package-binaries.ts'
import type { Binaries } from './package-binaries.ts'
import { choosePort, portTaken } from './port.ts'
import { clearRemains, fastStop, immediateStop, readPostmasterFile, serves, stopPostmaster } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { PostgresProblem, problemFromError, problemFromOutput } from './problem.ts'
import { serverArguments } from './server-settings.ts'
import { underStartLock } from './start-lock.ts'

export { PostgresProblem } from './problem.ts'
export { assertDurability } from './asserts.ts'

export interface PostgresOptions {
  dataFolder: string
  /** Default: a free loopback port, remembered in the data folder. */
  port?: number
  /** Whole sentences for the terminal. */
  onProgress: (sentence: string) => void
  /** `none` is for tests: it gives up fsync for speed. A server found running without fsync is restarted when `full` is asked. */
  durability: 'full' | 'none'
  settings?: Record<string, string>
}

export interface RunningPostgres {
  /** Connection string of the superuser, by socket where that works, else by loopback. */
  ownerUrl(database: string): string
  port: number
  socketFolder?: string
  /** The server was running already: an orphan of a killed process, or shared with a living one. */
  adopted: boolean
  version: string
  pid: number
  stop(): Promise<void>
  /** Resolves when this postmaster has ended, whoever ended it. Does not keep the process alive. */
  whenGone(): Promise<void>
}

interface Site {
  options: PostgresOptions
  home: string
  cluster: string
  account: ServerAccount | undefined
  binaries: Binaries
  password: string
  logFolder: string
  socketFolder: string
}

interface Reached {
  pid: number
  adopted: boolean
  version: string
  endpoint: Endpoint
}

const retryMs = 15_000

export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  try {
    const account = await findClusterAccount(resolve(options.dataFolder), await findServerAccount())
    const home = await settleDataHome({ asked: options.dataFolder, account, onProgress: options.onProgress })
    const onWait = (): void => options.onProgress('Another Fondaco process is starting the database; waiting for it.')
    return await underStartLock(join(home, 'start.lock'), onWait, async () => {
      const site = await prepareSite(options, home, account)
      return present(site, await reachServer(site))
    })
  } catch (error) {
    throw problemFromError(error, `Starting the database in ${options.dataFolder}`)
  }
}

async function prepareSite(options: PostgresOptions, home: string, usual: ServerAccount | undefined): Promise<Site> {
  const { onProgress, durability } = options
  const account = await findClusterAccount(home, usual)
  const binaries = await prepareBinaries({ home, account, onProgress })
  if (!(await hasCluster(home))) {
    onProgress('Creating the database; this happens once and takes some seconds.')
    await makeCluster({ home, account, binaries, durability })
  }
  const { password } = await inspectCluster(home, binaries.major)
  const logFolder = join(home, 'log')
  const socketFolder = join(home, 'socket')
  await makeServerFolder(logFolder, account)
  await makeServerFolder(socketFolder, account)
  const cluster = await realpath(clusterFolder(home))
  return { options, home, cluster, account, binaries, password, logFolder, socketFolder }
}

async function reachServer(site: Site): Promise<Reached> {
  let end = Infinity
  for (;;) {
    const adopted = await adopt(site)
    if (adopted) return adopted
    end = Math.min(end, performance.now() + retryMs)
    const result = await launch(site)
    if ('pid' in result) return result
    const passing = result.reason === 'still-closing' || (result.reason === 'port-taken' && !site.options.port)
    if (!passing || performance.now() > end) throw result
    await wait(200)
  }
}

/** The server that already runs on this folder, if it is fit. One that is not is stopped, so that a launch may follow. */
async function adopt(site: Site): Promise<Reached | undefined> {
  const { cluster, options } = site
  const found = await readPostmasterFile(cluster)
  if (!found) return undefined
  if (await serves(found.pid, cluster)) {
    const outcome = await hear(site, found)
    const fault = faultOf(outcome, options)
    if (outcome.kind === 'ready' && !fault) return { pid: found.pid, adopted: true, ...outcome }
    if (outcome.kind === 'refused-password') throw wrongPassword(cluster)
    if (fault) options.onProgress(`A database server runs on this folder, but ${fault}; restarting it.`)
    await stopPostmaster(found.pid, cluster, outcome.kind === 'silent' ? immediateStop : fastStop)
  } else {
    await refuseForeignServer(site, found.endpoint)
  }
  if (!(await readPostmasterFile(cluster))) return undefined
  options.onProgress('The database was not closed properly last time; it recovers by itself.')
  await clearRemains(cluster, site.socketFolder)
  return undefined
}

async function hear(site: Site, { pid, endpoint }: Postmaster): Promise<Outcome> {
  return await awaitAnswer({
    ask: async () => await askNow(site, endpoint),
    hasEnded: async () => !(await serves(pid, site.cluster)),
    silenceMs: 6_000,
    onProgress: site.options.onProgress,
  })
}

// While a server starts, the first lines of its file are there before port and socket are.
async function askNow(site: Site, known: Endpoint): ReturnType<typeof askServer> {
  const endpoint = known.port > 0 ? known : ((await readPostmasterFile(site.cluster))?.endpoint ?? known)
  return await askServer(endpoint, site.password)
}

function faultOf(outcome: Outcome, { durability }: PostgresOptions): string | undefined {
  if (outcome.kind === 'silent') return 'it does not answer'
  if (outcome.kind === 'ready' && durability === 'full' && outcome.faults.length > 0)
    return 'it runs without durability'
  return undefined
}

// A container that shares the folder has process ids that we cannot see; its server would answer through the folder's socket.
async function refuseForeignServer({ cluster, password }: Site, endpoint: Endpoint): Promise<void> {
  if (endpoint.port === 0) return
  const answer = await askServer(endpoint, password)
  if (answer.kind !== 'ready' && answer.kind !== 'busy') return
  // Between our two looks, the postmaster of this machine may have been replaced.
  if (await serves((await readPostmasterFile(cluster))?.pid ?? 0, cluster)) return
  throw new PostgresProblem(
    'in-use-elsewhere',
    `Another container or machine runs a database server on ${cluster}.`,
    'Stop Fondaco there, or give this one a data folder of its own.',
  )
}

async function launch(site: Site): Promise<Reached | PostgresProblem> {
  const { options, home, cluster, account, binaries, logFolder, password } = site
  const port = await choosePort(home, options.port, options.onProgress)
  const socketFolder =
    process.platform !== 'win32' && fitsSocket(site.socketFolder, port) ? site.socketFolder : undefined
  const { durability, settings = {} } = options
  const args = serverArguments({ port, socketFolder, logFolder, durability, settings })
  const launched = await launchPostmaster({ program: binaries.postgres, cluster, args, logFolder, account })
  const outcome = await awaitAnswer({
    ask: async () => await askServer({ port, socketFolder }, password),
    hasEnded: async () => launched.hasEnded(),
    silenceMs: 30_000,
    onProgress: options.onProgress,
  })
  if (outcome.kind === 'ready') return { pid: launched.pid, adopted: false, ...outcome }
  if (outcome.kind !== 'gone') await stopPostmaster(launched.pid, cluster, fastStop)
  if (outcome.kind === 'refused-password') return wrongPassword(cluster)
  const problem = problemFromOutput(await launched.output(), 'Starting PostgreSQL')
  return problem.reason === 'port-taken' && options.port ? portTaken(options.port) : problem
}

function wrongPassword(cluster: string): PostgresProblem {
  return new PostgresProblem(
    'password',
    `The database does not accept the password in ${join(cluster, 'owner-password')}.`,
    'Put that file back from the same backup as the rest of the folder.',
  )
}

function present({ cluster, password }: Site, reached: Reached): RunningPostgres {
  const { pid, adopted, version, endpoint } = reached
  return {
    ownerUrl: (database) => ownerUrl(endpoint, password, database),
    port: endpoint.port,
    ...(endpoint.socketFolder ? { socketFolder: endpoint.socketFolder } : {}),
    adopted,
    version,
    pid,
    stop: async () => await stopPostmaster(pid, cluster, fastStop),
    whenGone: async () => {
      while (await serves(pid, cluster)) await wait(200, undefined, { ref: false })
    },
  }
}
