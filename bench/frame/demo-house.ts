/** The demo shop as everybody gets it, served by the program as everybody runs it: `fondaco start` once, then `fondaco api`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort, startHouseAt, type StartedHouse } from '../../server/src/apps/testing/running-house.ts'
import { serving, type Serving } from './child.ts'
import type { BenchContext, Ground } from './row.ts'

const PATIENCE_MS = 300_000
const REGISTRY = 'fondaco'
/** As the registry names the database of the organisation `demo`. */
export const DEMO_DATABASE = 'fondaco_demo'

/** `whole`: with its worker and the development payment provider, which a shopper needs to pay; else the API alone. */
export async function serveDemo(
  { say }: BenchContext,
  ground: Ground,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Serving> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fondaco-bench-demo-'))
  const [port, devpayPort] = [await freePort(), await freePort()]
  await makeDatabase(ground)
  const settings = { DATABASE_URL: ground.ownerUrl(REGISTRY), LOG_LEVEL: 'warn' }
  const place = { dataFolder, port, devpayPort, settings }
  say('Loading the demo shop.')
  const first = startHouseAt(place)
  try {
    await within(PATIENCE_MS, first.open, first)
  } finally {
    first.process.kill('SIGTERM')
    await first.ended
  }
  const house = startHouseAt(place, whole ? ['start'] : ['api'])
  await within(PATIENCE_MS, whole ? house.open : untilReady(port), house)
  const api = serving(house.process, port)
  return {
    ...api,
    async stop() {
      await api.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function makeDatabase(ground: Ground): Promise<void> {
  const client = new pg.Client({ connectionString: ground.ownerUrl('postgres') })
  await client.connect()
  try {
    // The demo of the workload before, whose house is closed.
    for (const database of [DEMO_DATABASE, REGISTRY])
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${REGISTRY}`)
  } finally {
    await client.end()
  }
}

async function untilReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
}

async function within(ms: number, done: Promise<void>, house: StartedHouse): Promise<void> {
  const late = wait(ms, undefined, { ref: false }).then(() => {
    throw new Error(`It did not open in time:\n${house.said()}`)
  })
  const over = house.ended.then(() => {
    throw new Error(`It ended:\n${house.said()}`)
  })
  late.catch(() => {})
  over.catch(() => {})
  await Promise.race([done, late, over])
}
