import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openShop } from '../../testing/scene.ts'
import { createTestHouse } from '../../testing/test-house.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { securityHeaders } from './security-headers.ts'

let app: FastifyInstance
let owner: SignedIn

before(async () => {
  const house = await createTestHouse()
  await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

const answers: Readonly<
  Record<string, { url: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; status: number }>
> = {
  'a page as it is rendered': { url: '/en/products/mug', status: 200 },
  'the same page from the cache': { url: '/en/products/mug', status: 200 },
  'a page that is not there': { url: '/en/products/unicorn', status: 404 },
  'a page for one shopper': { url: '/en/basket', status: 200 },
  'a redirect': { url: '/', status: 302 },
  'a form from elsewhere': {
    url: '/en/basket/lines',
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    status: 403,
  },
  'a style sheet that is not there': { url: '/assets/none.css', status: 404 },
  JSON: { url: '/api/shop', status: 200 },
  'a refusal': { url: '/api/orders', status: 401 },
  'an unknown host': { url: '/', headers: { host: 'elsewhere.example' }, status: 421 },
  'an address that cannot be decoded': { url: '/%zz', status: 404 },
}

for (const [what, { status, ...asked }] of Object.entries(answers)) {
  test(`${what} carries every fixed header`, async () => {
    const answer = await app.inject(asked)
    assert.equal(answer.statusCode, status)
    for (const [name, value] of Object.entries(securityHeaders)) assert.equal(answer.headers[name], value, name)
    assert.match(String(answer.headers['x-request-id']), /^[0-9a-f-]{36}$/)
  })
}

test('a page that the browser still has carries them too', async () => {
  const { etag } = (await app.inject({ url: '/en/products/mug' })).headers
  const answer = await app.inject({ url: '/en/products/mug', headers: { 'if-none-match': String(etag) } })
  assert.equal(answer.statusCode, 304)
  for (const [name, value] of Object.entries(securityHeaders)) assert.equal(answer.headers[name], value, name)
})

test('a stream of events carries them too', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/live',
      headers: { host: 'localhost', ...owner.headers },
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      resolve(response.headers)
      asked.destroy()
    })
    asked.end()
  })
  assert.match(String(headers['content-type']), /event-stream/)
  for (const [name, value] of Object.entries(securityHeaders)) assert.equal(headers[name], value, name)
  assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/)
})
