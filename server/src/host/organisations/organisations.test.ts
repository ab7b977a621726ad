import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { joinTestCluster, type TestCluster } from '../../../../tests/cluster.ts'
import { drawBlueprint, type Blueprint } from '../../apps/house.ts'
import { systemClock } from '../clock.ts'
import { sql } from '../database/sql.ts'
import { silentLog } from '../log/log.ts'
import { atDatabase } from './address.ts'
import { appUrlOf } from './app-role.ts'
import { openOrganisations, type Organisations } from './organisations.ts'
import { DatabaseProblem } from './problem.ts'
import { openRegistry, type Registry } from './registry.ts'

const name = `registry_${process.pid}`
let cluster: TestCluster
let ownerUrl: string
let blueprint: Blueprint
let registry: Registry
let organisations: Organisations

before(async () => {
  cluster = await joinTestCluster()
  ownerUrl = atDatabase(cluster.url, name)
  await asAdministrator(`CREATE DATABASE ${name}`)
  blueprint = await drawBlueprint(() => {})
  const migrations = blueprint.migrations.filter(({ schema }) => schema === 'host')
  registry = await openRegistry({ ownerUrl, migrations })
  organisations = open()
})

after(async () => {
  await organisations.close()
  for (const database of [name, `${name}_demo`, `${name}_spice`, `${name}_silk`, `${name}_salt`]) {
    await asAdministrator(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  }
  await cluster.stop()
})

function open(connections = 40): Organisations {
  return openOrganisations({
    appUrl: appUrlOf(ownerUrl),
    connections,
    applicationName: 'test',
    clock: systemClock,
    log: silentLog,
    subscriptions: new Map(),
    translations: blueprint.translations,
    linkKey: Buffer.alloc(32),
    publicUrl: 'http://localhost',
  })
}

async function asAdministrator(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  return await client.query(statement).then(
    async ({ rows }) => (await client.end(), rows),
    async (error: unknown) => (await client.end(), Promise.reject(error as Error)),
  )
}

test('two organisations share nothing, and each answers to its own names alone', async () => {
  await registry.create({ slug: 'spice', name: 'Spice', demo: false, hostNames: ['Spice.example'] })
  await registry.create({ slug: 'silk', name: 'Silk', demo: false, hostNames: ['silk.example', 'www.silk.example'] })
  const spice = await organisations.findByHost('spice.example')
  const silk = await organisations.findByHost('www.silk.example')
  assert.equal(spice?.organisation.slug, 'spice')
  assert.equal(silk, await organisations.findByHost('silk.example'))
  await spice?.database.rows(sql`INSERT INTO host.setting (key, value) VALUES ('secret', '"pepper"')`)
  const kept = sql<{ n: bigint }>`SELECT count(*) AS n FROM host.setting WHERE key = 'secret'`
  assert.deepEqual(await spice?.database.row(kept), { n: 1n })
  assert.deepEqual(await silk?.database.row(kept), { n: 0n })
  assert.deepEqual(
    (await organisations.list()).map((house) => house.organisation.slug),
    ['spice', 'silk'],
  )
})

test('an unknown name is nobody, and local names mean the demo alone', async () => {
  assert.equal(await open().findByHost('salt.example'), undefined)
  const before = open()
  assert.equal(await before.findByHost('localhost'), undefined, 'never a default organisation')
  await registry.create({ slug: 'demo', name: 'Demo', demo: true })
  for (const local of ['localhost', '127.0.0.1', '[::1]']) {
    assert.equal((await organisations.findByHost(local))?.organisation.slug, 'demo')
  }
  await before.close()
})

test('the application role reads the registry and cannot write it', async () => {
  await assert.rejects(organisations.registry.rows(sql`DELETE FROM registry.organisation`), { code: '42501' })
  await assert.rejects(
    organisations.registry.rows(sql`INSERT INTO registry.host_name SELECT 'x', id FROM registry.organisation`),
    {
      code: '42501',
    },
  )
})

test('creating twice is creating once', async () => {
  const [first, second] = await Promise.all([
    registry.create({ slug: 'salt', name: 'Salt', demo: false, hostNames: ['salt.example'] }),
    registry.create({ slug: 'salt', name: 'Salt', demo: false, hostNames: ['salt.example'] }),
  ])
  assert.equal(first.id, second.id)
  assert.equal(await registry.migrateAll(), 0)
})

test('removing the demo drops its database; nothing else is ever removed', async () => {
  await assert.rejects(
    registry.removeDemo('spice'),
    (error) => error instanceof DatabaseProblem && /not a demo/.test(error.message),
  )
  await assert.rejects(registry.removeDemo('pepper'), /no organisation "pepper"/)
  await registry.removeDemo('demo')
  const left = await asAdministrator(`SELECT datname FROM pg_database WHERE datname = '${name}_demo'`)
  assert.deepEqual(left, [])
  assert.equal((await registry.list()).length, 3)
})

test('pools open when used, and the quietest closes for the next under the cap', async () => {
  const few = open(14)
  const [spice, silk] = await Promise.all([few.findByHost('spice.example'), few.findByHost('silk.example')])
  assert.ok(spice && silk)
  assert.equal(few.openPools, 0)
  const one = sql<{ one: number }>`SELECT 1 AS one`
  assert.deepEqual(await spice.database.row(one), { one: 1 })
  assert.deepEqual([few.openPools, spice.database.max], [1, 10])
  // The connection goes back to its pool just after the answer.
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(await silk.database.row(one), { one: 1 })
  assert.deepEqual([few.openPools, spice.database.max, silk.database.max], [1, 0, 10])
  const slow = silk.database.rows(sql`SELECT pg_sleep(0.3)`)
  assert.deepEqual(await spice.database.row(one), { one: 1 })
  assert.deepEqual([few.openPools, spice.database.max], [2, 2], 'work under way keeps its pool')
  assert.equal((await slow).length, 1)
  await few.close()
})

test('a role that may not create roles or databases is told what an administrator must run', async () => {
  await asAdministrator(`DROP ROLE IF EXISTS ${name}_poor`)
  await asAdministrator(`CREATE ROLE ${name}_poor LOGIN PASSWORD 'x'`)
  await asAdministrator(`CREATE DATABASE ${name}_poor OWNER ${name}_poor`)
  try {
    const address = new URL(atDatabase(cluster.url, `${name}_poor`))
    address.username = `${name}_poor`
    address.password = 'x'
    const poor = address.toString()
    await assert.rejects(openRegistry({ ownerUrl: poor, migrations: [] }), (error) => {
      assert.ok(error instanceof DatabaseProblem)
      assert.match(
        `${error.message} ${error.remedy}`,
        /fondaco_app.*may not change it.*ALTER ROLE fondaco_app LOGIN PASSWORD/,
      )
      return true
    })
    const limited = await openRegistry({ ownerUrl: poor, migrations: [], makesAppRole: false })
    await assert.rejects(limited.create({ slug: 'a', name: 'A', demo: true }), (error) => {
      assert.ok(error instanceof DatabaseProblem)
      assert.match(error.remedy, new RegExp(`CREATE DATABASE "${name}_poor_a"`))
      return true
    })
    address.password = 'wrong'
    await assert.rejects(openRegistry({ ownerUrl: address.toString(), migrations: [] }), /refuses the name or password/)
    await assert.rejects(openRegistry({ ownerUrl: atDatabase(poor, 'nowhere'), migrations: [] }), /does not exist/)
    await assert.rejects(
      openRegistry({ ownerUrl: 'postgres://a:b@127.0.0.1:1/c', migrations: [] }),
      /cannot be reached/,
    )
  } finally {
    await asAdministrator(`DROP DATABASE IF EXISTS ${name}_poor WITH (FORCE)`)
    await asAdministrator(`DROP ROLE IF EXISTS ${name}_poor`)
  }
})
