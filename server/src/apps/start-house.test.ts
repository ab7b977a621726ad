import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { joinTestCluster } from '../../../tests/cluster.ts'
import { atDatabase } from '../host/organisations/address.ts'
import { prepareAppRole } from '../host/organisations/app-role.ts'
import { freePort, killGroup, startHouseAt, type Place, type StartedHouse } from './testing/running-house.ts'

// One story in order: each test goes on where the one before it left the house.
let place: Place
const started: StartedHouse[] = []

before(async () => {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  place = {
    dataFolder: mkdtempSync(join(memory, 'fondaco-start-')),
    port: await freePort(),
    devpayPort: await freePort(),
  }
})

after(async () => {
  for (const house of started) killGroup(house)
  await stopPostgres()
  rmSync(place.dataFolder, { recursive: true, force: true })
})

function start(command?: string[]): StartedHouse {
  const house = startHouseAt(place, command)
  started.push(house)
  return house
}

const ask = (path: string) => fetch(`http://localhost:${place.port}${path}`)

function postgresPid(): number {
  const file = join(place.dataFolder, 'cluster', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

async function stopPostgres(): Promise<void> {
  const pid = postgresPid()
  if (pid === 0) return
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  else return
  while (postgresPid() === pid) await wait(20)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a taken port is told within seconds, before anything is made', async () => {
  const squatter = createServer().listen(place.port, '127.0.0.1')
  await new Promise((resolve) => squatter.once('listening', resolve))
  const house = start()
  assert.equal(await house.ended, 1)
  assert.match(
    house.said(),
    new RegExp(`✗ Port ${place.port} is taken by another program\\.\\n.*PORT=${place.port + 1}`),
  )
  assert.equal(postgresPid(), 0)
  await new Promise((resolve) => squatter.close(resolve))
})

test('a database that could lose an acknowledged sale is refused, and left as it is', async () => {
  // The cluster of the tests runs without fsync.
  const cluster = await joinTestCluster()
  const name = `careless_${process.pid}`
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await prepareAppRole(cluster.url)
  try {
    const house = startHouseAt({ ...place, settings: { DATABASE_URL: atDatabase(cluster.url, name) } }, ['api'])
    started.push(house)
    assert.equal(await house.ended, 1)
    assert.match(house.said(), /✗ The database does not keep what it acknowledges: [^\n]*fsync is off/)
    assert.doesNotMatch(house.said(), /postgresql:\/\/[^\s]*:[0-9a-f]{20}/, 'no password on the terminal')
  } finally {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
    await cluster.stop()
  }
})

test('the first start opens a demo shop and prints the link for the first sign-in', async (t) => {
  const begun = performance.now()
  const house = start()
  await house.open
  t.diagnostic(`first start: ${Math.round(performance.now() - begun)} ms`)
  assert.match(house.said(), /Storefront +http:\/\/localhost:\d+\/\n/)
  assert.match(house.said(), /\/office\/activate#\S{40,}/)
  assert.deepEqual(await (await ask('/readyz')).json(), { status: 'ready' })
  const shop = (await (await ask('/api/shop')).json()) as { name: string; demo: boolean }
  assert.deepEqual([shop.name, shop.demo], ['Bottega Laguna', true])
  assert.equal((await fetch(`http://127.0.0.1:${place.devpayPort}/healthz`)).status, 200)
})

test('a second start on the same folder says that the first one runs', async () => {
  const second = start()
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /Fondaco is running already on .* \(process \d+, http:\/\/localhost:\d+\)/)
})

test('other commands work beside the running house, and leave its database running', async () => {
  const pid = postgresPid()
  const verify = start(['verify'])
  assert.equal(await verify.ended, 0, verify.said())
  assert.match(verify.said(), /rules hold, 0 are broken/)
  const tokens = start(['seed', '--village', '--tokens'])
  assert.equal(await tokens.ended, 0, tokens.said())
  const json =
    tokens
      .said()
      .split('\n')
      .find((line) => line.startsWith('{')) ?? ''
  const { base, roles } = JSON.parse(json) as { base: string; roles: Record<string, { token: string | null }> }
  assert.equal(base, `http://localhost:${place.port}`)
  assert.equal(roles['guest_buyer']?.token, null)
  for (const role of ['owner', 'accountant', 'loyal_buyer']) assert.ok(roles[role]?.token, role)
  const entries = await fetch(`${base}/api/ledger/entries`, {
    headers: { authorization: `Bearer ${roles['accountant']?.token}` },
  })
  assert.equal(entries.status, 200)
  const orders = await fetch(`${base}/api/orders?limit=50`, {
    headers: { authorization: `Bearer ${roles['owner']?.token}` },
  })
  const { items } = (await orders.json()) as { items: { state: string }[] }
  const states = new Set(items.map(({ state }) => state))
  assert.deepEqual([...states].toSorted(), ['awaiting_payment', 'cancelled', 'expired', 'paid'], 'what it sold before')
  assert.equal(postgresPid(), pid)
})

test('after a kill -9 of the whole group, the next start goes on by itself', async (t) => {
  const first = started.find((house) => house.said().includes('Loading the demo'))
  assert.ok(first)
  const orphan = postgresPid()
  killGroup(first)
  await first.ended
  assert.ok(isAlive(orphan), 'the database outlives its starter')
  const begun = performance.now()
  const house = start()
  await house.open
  const took = performance.now() - begun
  t.diagnostic(`start after a kill: ${Math.round(took)} ms`)
  if (process.env['FONDACO_JUDGE_TIMES']) assert.ok(took < 5_000, 'on a quiet machine')
  assert.equal(postgresPid(), orphan, 'adopted: never two')
  assert.doesNotMatch(house.said(), /Loading the demo/)
  assert.equal((await ask('/readyz')).status, 200)
})

test('Ctrl-C closes everything, the database too', async (t) => {
  const house = started.at(-1)
  assert.ok(house?.process.pid)
  const begun = performance.now()
  process.kill(-house.process.pid, 'SIGINT')
  assert.equal(await house.ended, 0, house.said())
  const took = performance.now() - begun
  t.diagnostic(`closed in ${Math.round(took)} ms`)
  if (process.env['FONDACO_JUDGE_TIMES']) assert.ok(took < 10_000)
  assert.equal(postgresPid(), 0, 'it ended in order')
  await assert.rejects(ask('/healthz'))
})
