/** Refusals that belong to no department: what the host itself says at its doors. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildHouseServer } from '../../server/src/apps/server.ts'
import { openDatabase } from '../../server/src/host/database/pool.ts'
import { createTestServer } from '../../server/src/testing/create-test-server.ts'
import { openShop } from '../../server/src/testing/scene.ts'
import { createTestHouse } from '../../server/src/testing/test-house.ts'
import { openSlowWire } from '../slow-proxy.ts'

const house = await createTestHouse()
await openShop(house)
const app = await createTestServer(house)

interface Request {
  readonly method?: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Record<string, string>
  readonly payload?: string
}

async function told(request: Request): Promise<[status: number, code: string]> {
  const answer = await app.inject(request)
  return [answer.statusCode, (answer.json() as { code: string }).code]
}

const post = (payload: string, type = 'application/json'): Request => ({
  method: 'POST',
  url: '/api/baskets',
  headers: { 'content-type': type },
  payload,
})

const cases: [title: string, request: Request, status: number, code: string][] = [
  ['half a body', post('{"country":'), 400, 'host.malformed_body'],
  ['more than a megabyte', post(`{"country":"${'I'.repeat(1_048_577)}"}`), 413, 'host.body_too_large'],
  ['a body of another kind', post('<country>IT</country>', 'text/xml'), 415, 'host.unsupported_media_type'],
  ['an address that cannot be decoded', { url: '/api/%zz' }, 404, 'host.not_found'],
  ['half a surrogate pair', post('{"country":"\\ud800"}'), 422, 'host.invalid_input'],
]
for (const [title, request, status, code] of cases) {
  test(title, async () => assert.deepEqual(await told(request), [status, code]))
}

test('each answer at the door wears the headers of the house', async () => {
  for (const request of [post('{'), { url: '/api/%zz' }, { url: '/nowhere', headers: { host: 'elsewhere.example' } }]) {
    const { headers } = await app.inject(request)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['x-request-id']), /^[\da-f-]{36}$/)
  }
})

test('who asks too often waits, and is told how long', async () => {
  const ask = () => app.inject(post('{"country":"IT"}'))
  let answer = await ask()
  for (let times = 0; times < 700 && answer.statusCode !== 429; times++) answer = await ask()
  assert.equal((answer.json() as { code: string }).code, 'host.too_many_requests')
  assert.match(String(answer.headers['retry-after']), /^[1-9]\d*$/)
  // Another caller does not pay for it.
  const other = await app.inject({ ...post('{"country":"IT"}'), remoteAddress: '10.0.0.7' })
  assert.equal(other.statusCode, 201)
})

test('without its database the house says so, and when to come again', async () => {
  const wire = await openSlowWire(house.appUrl, { latencyMs: 0 })
  const database = openDatabase({ url: wire.url, max: 2, applicationName: 'fondaco test' })
  const server = await createTestServer({ ...house, database })
  const ask = () => server.inject({ url: '/api/catalog/products' })
  assert.equal((await ask()).statusCode, 200)
  await wire.close()
  const answer = await ask()
  assert.deepEqual([answer.statusCode, (answer.json() as { code: string }).code], [503, 'host.unavailable'])
  assert.match(String(answer.headers['retry-after']), /^[1-9]\d*$/)
  await database.close()
})

test('when not even whose house it is can be found out, API and pages say so alike', async () => {
  const server = buildHouseServer({
    blueprint: house.blueprint,
    findHouse: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    log: house.log,
    publicUrl: 'http://localhost',
    trustProxy: false,
    dataFolder: house.dataFolder,
  })
  for (const url of ['/api/shop', '/it', '/it/products/mug', '/it/checkout']) {
    const answer = await server.inject({ url })
    assert.equal(answer.statusCode, 503, `${url}: ${answer.body.slice(0, 200)}`)
    assert.match(String(answer.headers['retry-after']), /^[1-9]\d*$/)
  }
  await server.close()
})
