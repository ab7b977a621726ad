/**
 * A house of one's own for a test: a fresh database with every migration applied, cloned in some 40 ms.
 *
 *   const house = await createTestHouse()             // in before() or at the top of the file; closes itself at the end
 *   const placed = await house.run((ctx) => placeOrder(ctx, input))            // one command, in a transaction
 *   const denied = await house.run(command, { actor: someStaff })
 *   await house.runJobs()                             // works off every job that is due, and fails if one fails
 *   const rows = await house.database.rows(sql`SELECT ...`)                    // as the application role
 *   await house.asOwner('UPDATE ...')                 // past the rights of the application, to set a scene
 *   await house.expectNoBreach()                      // every invariant of `fondaco verify` holds
 *   const app = await createTestServer(house)         // create-test-server.ts: HTTP by inject
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { joinTestCluster, type TestCluster } from '../../../tests/cluster.ts'
import { filesFolderOf } from '../apps/files-folder.ts'
import { guardPorts } from '../apps/guard-ports.ts'
import { drawBlueprint, type Blueprint } from '../apps/house.ts'
import { staffDirectory } from '../apps/staff-directory.ts'
import { systemClock, type Clock } from '../host/clock.ts'
import { runCommand, system, type Actor, type Context, type House, type Ports } from '../host/context.ts'
import { openDatabase, type Database } from '../host/database/pool.ts'
import { createOutward } from '../host/outward/outward-port.ts'
import { silentLog } from '../host/log/log.ts'
import { atDatabase } from '../host/organisations/address.ts'
import { appUrlOf } from '../host/organisations/app-role.ts'
import { claimJobs, finishJobs, type ClaimedJob } from '../host/outbox/queue.ts'
import { findBreaches } from '../host/verify/find-breaches.ts'
import type { Result } from '../kernel/result.ts'
import { atTheEnd } from './at-the-end.ts'
import { prepareTemplate } from './template.ts'

export interface TestHouse extends House {
  readonly blueprint: Blueprint
  /** Runs one command as `actor` (a system actor unless told). */
  run<T>(command: (ctx: Context) => Promise<Result<T>>, options?: { actor?: Actor }): Promise<Result<T>>
  /** Runs due jobs (of these kinds, or all) until none is left; throws the first failure. Answers how many ran. */
  runJobs(kinds?: readonly string[]): Promise<number>
  asOwner<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Fails with every breach of an invariant that the database holds now. */
  expectNoBreach(): Promise<void>
  /** A second pool on the same database: another process, as far as PostgreSQL can tell. */
  openTwin(max?: number): Database
  readonly appUrl: string
  /** A folder for files, gone with the house. */
  readonly dataFolder: string
  readonly ownerUrl: string
  close(): Promise<void>
}

export interface TestHouseOptions {
  readonly clock?: Clock
  readonly max?: number
  readonly demo?: boolean
  readonly slug?: string
  /** The services outside, as apps would fill them. */
  readonly ports?: Ports
}

interface Ground {
  readonly cluster: TestCluster
  readonly blueprint: Blueprint
  readonly template: string
}

const WORKER = 'test'
/**
 * Drawn before the first hook is set below: from then on the test runner follows every promise, and loading the two thousand modules of the
 * house makes many. A test of one department runs while another is half written; its own tests will say so too.
 */
const broken: string[] = []
const blueprint = await drawBlueprint((name, error) => void broken.push(`${name}: ${String(error)}`))
if (broken.length > 0) process.stderr.write(`Left out of the house:\n  ${broken.join('\n  ')}\n`)
let ground: Promise<Ground> | undefined
const TEST_LINK_KEY = Buffer.alloc(32, 7)
const open = new Set<TestHouse>()

atTheEnd(async () => {
  for (const house of open) await house.close()
})
after(async () => {
  if (ground) await (await ground.catch(() => undefined))?.cluster.stop()
})

export async function createTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  ground ??= prepareGround()
  const { cluster, blueprint, template } = await ground
  const name = `test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`
  await administer(cluster.url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  const house = furnish({ name, cluster, blueprint, options })
  open.add(house)
  return house
}

async function prepareGround(): Promise<Ground> {
  const cluster = await joinTestCluster()
  return { cluster, blueprint, template: await prepareTemplate(cluster.url, blueprint.migrations) }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

interface Furnishing {
  readonly name: string
  readonly cluster: TestCluster
  readonly blueprint: Blueprint
  readonly options: TestHouseOptions
}

function furnish({ name, cluster, blueprint, options }: Furnishing): TestHouse {
  const ownerUrl = atDatabase(cluster.url, name)
  const appUrl = appUrlOf(ownerUrl)
  const pools: Database[] = []
  const openTwin = (max = options.max ?? 10): Database => {
    const database = openDatabase({ url: appUrl, max, applicationName: 'fondaco test' })
    pools.push(database)
    return database
  }
  const slug = options.slug ?? 'test'
  const dataFolder = mkdtempSync(join(tmpdir(), 'fondaco-house-'))
  const organisation = { id: '00000000-0000-7000-8000-000000000001', slug, name: 'Test', demo: options.demo ?? true }
  const house: TestHouse = {
    organisation,
    database: openTwin(),
    clock: options.clock ?? systemClock,
    log: silentLog,
    subscriptions: blueprint.subscriptions,
    ports: {
      staff: staffDirectory,
      filesFolder: filesFolderOf(dataFolder)({ organisation }),
      outward: createOutward({ loopback: false }),
      plans: blueprint.plans,
      mails: blueprint.mails,
      records: blueprint.records,
      ...guardPorts(blueprint),
      ...options.ports,
    },
    translations: blueprint.translations,
    linkKey: TEST_LINK_KEY,
    publicUrl: 'http://localhost:4000',
    blueprint,
    appUrl,
    ownerUrl,
    dataFolder,
    openTwin,
    run: (command, { actor = system('test') } = {}) => runCommand(house, { actor }, command),
    runJobs: (kinds) => runDueJobs(house, kinds),
    asOwner: (text, values) => askAsOwner(ownerUrl, text, values),
    expectNoBreach: () => expectNoBreach(ownerUrl),
    async close() {
      if (!open.delete(house)) return
      rmSync(dataFolder, { recursive: true, force: true })
      await Promise.all(pools.map((pool) => pool.close()))
      await administer(cluster.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
  return house
}

async function runDueJobs(house: TestHouse, kinds: readonly string[] | undefined): Promise<number> {
  let ran = 0
  try {
    for (;;) {
      const claimed = await claimJobs(house.database, WORKER, 1_000)
      const wanted = claimed.filter((job) => kinds === undefined || kinds.includes(job.kind))
      if (claimed.length === 0) return ran
      for (const job of wanted) await runJob(house, job)
      ran += wanted.length
    }
  } finally {
    const putBack = `UPDATE host.job SET state = 'ready', lease_until = NULL WHERE leased_by = '${WORKER}' AND state = 'running'`
    await askAsOwner(house.ownerUrl, putBack)
  }
}

async function runJob(house: TestHouse, job: ClaimedJob): Promise<void> {
  const definition = house.blueprint.jobs.find(({ kind }) => kind === job.kind)
  if (!definition) throw new Error(`No manifest lists the job ${job.kind}.`)
  await definition.run(house, { id: job.id, ref: job.ref, payload: job.payload, attempt: job.attempts })
  await finishJobs(house.database, WORKER, [job.id])
}

async function askAsOwner<Row>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows as Row[]
  } finally {
    await client.end()
  }
}

async function expectNoBreach(ownerUrl: string): Promise<void> {
  const { breaches } = await findBreaches(ownerUrl)
  if (breaches.length === 0) return
  const lines = breaches.map(({ name, rows }) => `${name}: ${JSON.stringify(rows.slice(0, 5), asText)}`)
  throw new Error(`The database breaks its invariants:\n  ${lines.join('\n  ')}`)
}

const asText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)
