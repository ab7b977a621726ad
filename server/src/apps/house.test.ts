import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { joinTestCluster } from '../../../tests/cluster.ts'
import { migrate } from '../host/database/migrate.ts'
import { refuseRoutesWithoutPolicy } from '../host/http/server.ts'
import { locales } from '../host/i18n/locales.ts'
import { atDatabase } from '../host/organisations/address.ts'
import { refusalKey } from '../host/http/problem.ts'
import { listRefusals } from '../host/reference/list-refusals.ts'
import { drawBlueprint } from './house.ts'

// Test houses leave out what does not load; here nothing is forgiven.
test('every department and flow loads, below those that need it, and each route has a policy', async () => {
  const { rooms, routes, permissions, jobs } = await drawBlueprint()
  const names = rooms.map(({ manifest }) => manifest.name)
  for (const { manifest } of rooms) {
    for (const below of manifest.dependsOn) {
      assert.ok(names.indexOf(below) >= 0, `${manifest.name} depends on ${below}, which is there`)
      assert.ok(names.indexOf(below) < names.indexOf(manifest.name), `${below} comes before ${manifest.name}`)
    }
    for (const permission of manifest.permissions) assert.match(permission, /^[a-z-]+:[a-z_-]+$/)
  }
  refuseRoutesWithoutPolicy(routes, permissions)
  assert.equal(new Set(jobs.map(({ kind }) => kind)).size, jobs.length, 'no two jobs of one kind')
  assert.ok(routes.length > 40)
})

test('a route without a permission keeps the house shut, and the sentence says how to mend it', async () => {
  const { routes, permissions } = await drawBlueprint()
  const [first] = routes
  assert.ok(first)
  const bare = { ...first, operationId: 'bare', permission: '' as 'public' }
  assert.throws(() => refuseRoutesWithoutPolicy([...routes, bare], permissions), /declares no permission\. Give it/)
})

test('every refusal has its words in every language', async () => {
  const { refusals, translations } = await drawBlueprint()
  for (const { code } of listRefusals(refusals)) {
    for (const part of ['title', 'remedy']) {
      assert.ok(translations.has(`${refusalKey(code)}.${part}`), `${refusalKey(code)}.${part} is in en.json`)
    }
    for (const locale of locales) {
      const key = `${refusalKey(code)}.remedy`
      assert.notEqual(translations.for(locale)(key), key, `${key} in ${locale}`)
    }
  }
})

test('every migration applies to an empty database, once', async () => {
  const cluster = await joinTestCluster()
  const { migrations } = await drawBlueprint()
  const name = `migrations_${process.pid}`
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  try {
    const url = atDatabase(cluster.url, name)
    const [first, second] = await Promise.all([migrate(url, migrations), migrate(url, migrations)])
    assert.deepEqual(
      [first, second].toSorted((a, b) => a - b),
      [0, migrations.length],
      'two starters take turns',
    )
  } finally {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
    await cluster.stop()
  }
})
