import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildHouseServer } from '../../apps/server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { sql } from '../database/sql.ts'
import type { Organisations } from '../organisations/organisations.ts'
import { openMetrics } from './metrics.ts'
import { mountTelemetry } from './mount-telemetry.ts'
import { openReadiness } from './readiness.ts'

async function serverOf(house: TestHouse, more: { metricsToken?: string; away?: boolean } = {}) {
  const registry = more.away ? { ...house.database, row: () => Promise.reject(new Error('away')) } : house.database
  const organisations: Organisations = {
    findByHost: async () => undefined,
    list: async () => [house],
    registry,
    openPools: 1,
    close: async () => {},
  }
  const metrics = openMetrics(organisations)
  const readiness = openReadiness(organisations, house.blueprint.migrations)
  const app = buildHouseServer({
    blueprint: house.blueprint,
    findHouse: async () => undefined,
    log: house.log,
    publicUrl: 'http://localhost',
    trustProxy: false,
    dataFolder: house.dataFolder,
    mountTelemetry: (server) => mountTelemetry(server, { metrics, readiness, metricsToken: more.metricsToken }),
  })
  await app.ready()
  return app
}

test('health and readiness answer under any name, and readiness tells what is missing', async () => {
  const house = await createTestHouse()
  const app = await serverOf(house)
  const headers = { host: '10.0.0.7:4000' }
  assert.equal((await app.inject({ url: '/healthz', headers })).statusCode, 200)
  assert.deepEqual((await app.inject({ url: '/readyz', headers })).json(), { status: 'ready' })
  await app.close()
  await house.asOwner(`DELETE FROM host.migration WHERE schema_name = 'ledger'`)
  const late = await serverOf(house)
  const pending = await late.inject({ url: '/readyz', headers })
  assert.deepEqual(
    [pending.statusCode, pending.json()],
    [503, { status: 'not ready', reason: 'migrations are pending' }],
  )
  await late.close()
  const away = await serverOf(house, { away: true })
  const answer = await away.inject({ url: '/readyz', headers })
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '2'])
  assert.equal(
    (await away.inject({ url: '/healthz', headers })).statusCode,
    200,
    'the process lives without its database',
  )
  await away.close()
})

test('metrics are for this machine, and not for what a proxy on it brings from outside', async () => {
  const house = await createTestHouse()
  const app = await serverOf(house)
  await house.database.rows(sql`
    INSERT INTO host.job (id, kind, payload, state, run_at, created_at) VALUES (gen_random_uuid(), 'x', '{}', 'dead', now(), now())`)
  await app.inject({ url: '/healthz' })
  const local = await app.inject({ url: '/metrics' })
  assert.equal(local.statusCode, 200)
  assert.match(local.body, /fondaco_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/)
  assert.match(local.body, /fondaco_jobs\{organisation="test",state="dead"\} 1/)
  const outside = await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })
  assert.equal(outside.statusCode, 404)
  const proxied = await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })
  assert.equal(proxied.statusCode, 404)
  await app.close()
})

test('with a token, metrics are for those who have it', async () => {
  const metricsToken = 'a'.repeat(32)
  const app = await serverOf(await createTestHouse(), { metricsToken })
  assert.equal((await app.inject({ url: '/metrics' })).statusCode, 404)
  const wrong = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${'b'.repeat(32)}` } })
  assert.equal(wrong.statusCode, 404)
  const right = { authorization: `Bearer ${metricsToken}` }
  assert.equal((await app.inject({ url: '/metrics', headers: right, remoteAddress: '203.0.113.9' })).statusCode, 200)
  await app.close()
})
