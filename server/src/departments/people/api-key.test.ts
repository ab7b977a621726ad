import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { narrowest } from './domain/api-key.ts'

let house: TestHouse
let app: FastifyInstance
let now = new Date('2026-11-22T09:00:00Z')
let owner: SignedIn
const DAY = 86_400_000

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const ask = async (method: Method, path: string, by: { headers: object }, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...by.headers },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } })

async function aKey(by: SignedIn, permissions: readonly string[], days = 30) {
  const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
  const made = await ask('POST', '/api-keys', by, { name: 'ERP', permissions, expiresAt })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body as { id: string; key: string }
}

const listed = async (id: string) =>
  (await ask('GET', '/api-keys', owner)).body.items.find((item: { id: string }) => item.id === id)

describe('a key', () => {
  test('does what it was given and nothing else, under its own name; it is kept as a hash', async () => {
    const { id, key } = await aKey(owner, ['people:read', 'people:write'])
    assert.match(key, /^fondaco_[\w-]{43}$/)
    assert.equal((await ask('GET', '/staff', bearer(key))).status, 200)
    assert.equal((await ask('GET', '/jobs', bearer(key))).status, 403)
    const hired = { name: 'Bruno', email: 'bruno@village.example', roles: [] }
    const created = await ask('POST', '/staff', bearer(key), hired)
    assert.equal(created.status, 201)
    const [audit] = await house.asOwner<{ actor_kind: string; actor_id: string }>(
      'SELECT actor_kind, actor_id FROM host.audit WHERE object_id = $1',
      [created.body.id],
    )
    assert.deepEqual(audit, { actor_kind: 'key', actor_id: id })
    const kept = await house.asOwner<object>('SELECT * FROM people.api_key WHERE id = $1', [id])
    assert.ok(!JSON.stringify(kept).includes(key.slice(8)))
  })

  test('is renewed beside itself: both work until the old one’s end, and only one’s own', async () => {
    const { id, key } = await aKey(owner, ['people:read'])
    const works = async (one: string) => (await ask('GET', '/staff', bearer(one))).status
    const renew = (by: { headers: object }, which: string, overlapDays = 7) => {
      const expiresAt = new Date(now.getTime() + 60 * DAY).toISOString()
      return ask('POST', `/api-keys/${which}/renewal`, by, { expiresAt, overlapDays })
    }
    const made = await renew(owner, id)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.deepEqual([await works(key), await works(made.body.key)], [200, 200])
    assert.deepEqual((await listed(made.body.id)).permissions, ['people:read'])
    assert.equal((await renew(await signedInAs(house, 'owner'), made.body.id)).body.code, 'people.key_not_found')
    assert.equal((await renew(bearer(key), id)).status, 403, 'a key makes no key')
    const was = now
    now = new Date(was.getTime() + 7 * DAY + 1000)
    assert.deepEqual([await works(key), await works(made.body.key)], [401, 200])
    now = was
    const next = await renew(owner, made.body.id, 0)
    now = new Date(was.getTime() + 1000)
    assert.deepEqual([await works(made.body.key), await works(next.body.key)], [401, 200])
    now = was
  })

  test('is no person: nothing that is somebody’s own, no new key, no second factor, no stream', async () => {
    const { key } = await aKey(owner, ['people:read', 'people:write', 'people:api_keys'])
    for (const path of ['/session', '/session/security', '/session/devices', '/preferences']) {
      assert.ok([401, 403].includes((await ask('GET', path, bearer(key))).status), path)
    }
    const expiresAt = new Date(now.getTime() + DAY).toISOString()
    const another = await ask('POST', '/api-keys', bearer(key), { name: 'x', permissions: ['people:read'], expiresAt })
    assert.equal(another.body.code, 'people.confirm_first')
    assert.equal(
      (await ask('POST', `/staff/${owner.id}/second-factor-reset`, bearer(key), { reason: 'x' })).body.code,
      'people.confirm_first',
    )
    assert.equal((await ask('POST', '/session/totp', bearer(key))).body.code, 'people.sign_in_expired')
    assert.equal((await app.inject({ url: '/api/live', ...bearer(key) })).statusCode, 403)
    const asCookie = await app.inject({ url: '/api/staff', headers: { cookie: `fondaco_staff=${key}` } })
    assert.equal(asCookie.statusCode, 401, 'a key in a cookie is nobody’s')
  })

  test('never may more than its owner at this moment, and goes with them', async () => {
    const clerk = await signedInAs(house, 'it')
    const lacking = await ask('POST', '/api-keys', clerk, {
      name: 'x',
      permissions: ['people:read', 'ledger:read'],
      expiresAt: new Date(now.getTime() + DAY).toISOString(),
    })
    assert.deepEqual(
      [lacking.status, lacking.body.code, lacking.body.params],
      [403, 'people.grants_too_much', { permission: 'ledger:read' }],
    )
    const { id, key } = await aKey(clerk, ['people:read', 'operations:read'])
    assert.equal((await ask('GET', '/jobs', bearer(key))).status, 200)
    await house.asOwner(
      `UPDATE people.role SET permissions = array_remove(permissions, 'operations:read') WHERE code = 'it'`,
    )
    assert.equal((await ask('GET', '/jobs', bearer(key))).status, 403, 'lost with the next call')
    assert.equal((await ask('GET', '/staff', bearer(key))).status, 200)
    assert.deepEqual((await listed(id)).lost, ['operations:read'])
    assert.equal((await ask('POST', `/staff/${clerk.id}/ending`, owner, { reason: 'left' })).status, 204)
    assert.equal((await ask('GET', '/staff', bearer(key))).status, 401)
    assert.equal((await listed(id)).state, 'owner_left')
  })

  test('ends on its day, within a year; or when it is taken back, by its owner or by who has its rights', async () => {
    const wish = (days: number) => ({
      name: 'x',
      permissions: ['people:read'],
      expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
    })
    assert.equal((await ask('POST', '/api-keys', owner, wish(0))).body.code, 'people.key_end_past')
    assert.equal((await ask('POST', '/api-keys', owner, wish(367))).body.code, 'people.key_end_too_late')
    const short = await aKey(owner, ['people:read'], 1)
    const taken = await aKey(owner, ['people:read', 'ledger:read'])
    const clerk = await signedInAs(house, 'it')
    assert.equal((await ask('POST', `/api-keys/${taken.id}/revocation`, clerk)).body.code, 'people.grants_too_much')
    assert.equal((await ask('GET', '/staff', bearer(taken.key))).status, 200)
    assert.equal((await ask('POST', `/api-keys/${taken.id}/revocation`, owner)).status, 204)
    assert.equal((await ask('POST', `/api-keys/${taken.id}/revocation`, owner)).status, 204, 'twice is once')
    assert.equal((await ask('GET', '/staff', bearer(taken.key))).status, 401)
    assert.equal(
      (await ask('POST', `/api-keys/01920000-0000-7000-8000-000000000001/revocation`, owner)).body.code,
      'people.key_not_found',
    )
    const begun = now
    now = new Date(now.getTime() + DAY + 1)
    assert.equal((await ask('GET', '/staff', bearer(short.key))).status, 401)
    now = begun
  })

  test('says when it was used last, and writes that once a minute', async () => {
    const { id, key } = await aKey(owner, ['people:read'])
    assert.equal((await listed(id)).lastUsedAt, null)
    await Promise.all(Array.from({ length: 8 }, () => ask('GET', '/staff', bearer(key))))
    const [first] = await house.asOwner<{ xmin: string }>('SELECT xmin::text FROM people.api_key WHERE id = $1', [id])
    now = new Date(now.getTime() + 30_000)
    await ask('GET', '/staff', bearer(key))
    const [second] = await house.asOwner<{ xmin: string }>('SELECT xmin::text FROM people.api_key WHERE id = $1', [id])
    assert.deepEqual(second, first)
    now = new Date(now.getTime() + 30_000)
    await ask('GET', '/staff', bearer(key))
    assert.equal((await listed(id)).lastUsedAt, now.toISOString())
  })

  test('making one needs a fresh proof', async () => {
    const clerk = await signedInAs(house, 'owner')
    const begun = now
    now = new Date(now.getTime() + 16 * 60_000)
    const wish = { name: 'x', permissions: ['people:read'], expiresAt: new Date(now.getTime() + DAY).toISOString() }
    assert.equal((await ask('POST', '/api-keys', clerk, wish)).body.code, 'people.confirm_first')
    now = begun
  })
})

test('two narrowings leave what both allow', () => {
  const table: [Parameters<typeof narrowest>[0], Parameters<typeof narrowest>[1], unknown][] = [
    [undefined, undefined, undefined],
    [{ market: ['it'] }, undefined, { market: ['it'] }],
    [undefined, { market: ['it'] }, { market: ['it'] }],
    [{ market: ['it', 'es'] }, { market: ['it', 'id'] }, { market: ['it'] }],
    [{ market: ['es'] }, { market: ['it'] }, { market: [] }],
    [{ market: ['it'] }, { location: ['main'] }, { market: ['it'], location: ['main'] }],
  ]
  for (const [one, other, both] of table) assert.deepEqual(narrowest(one, other), both)
})
