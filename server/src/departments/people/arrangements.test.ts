import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sealAudit } from '../../host/audit/seal.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
let now = new Date('2026-11-22T09:00:00Z')
let ada: SignedIn
let bruno: SignedIn
let carla: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  ada = await signedInAs(house, 'picker')
  bruno = await signedInAs(house, 'picker')
  carla = await signedInAs(house, 'accountant')
})

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly body?: object
  readonly version?: number
}

async function ask(as: SignedIn, url: string, { method = 'GET', body, version }: Asked = {}) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

const query = { filters: ['state:is:paid', 'placedAt:last:7d'], sort: '-total', dense: true, width: null }
const view = (name: string, more: object = {}) => ({ screen: 'orders', name, query, ...more })

describe('saved views', () => {
  test('are kept as they were, in their order, for their owner and for nobody else', async () => {
    const made = await ask(ada, '/saved-views', { method: 'POST', body: view('This week') })
    assert.deepEqual([made.status, made.body.version, made.body.mine, made.body.position], [201, 1, true, 0])
    assert.deepEqual(made.body.query, query)
    await ask(ada, '/saved-views', { method: 'POST', body: view('Another') })
    await ask(ada, '/saved-views', { method: 'POST', body: { ...view('Drafts'), screen: 'products' } })
    const names = async (who: SignedIn, screen = 'orders') =>
      (await ask(who, `/saved-views?screen=${screen}`)).body.items.map((one: { name: string }) => one.name)
    assert.deepEqual(await names(ada), ['This week', 'Another'])
    assert.deepEqual(await names(bruno), [])
    assert.equal((await ask(ada, '/saved-views')).body.items.length, 3)
    const twice = await ask(ada, '/saved-views', { method: 'POST', body: view(' This week ') })
    assert.deepEqual([twice.status, twice.body.code], [409, 'people.view_name_taken'])

    const url = `/saved-views/${made.body.id}`
    assert.equal((await ask(bruno, url, { method: 'PATCH', body: { name: 'x' }, version: 1 })).status, 404)
    assert.equal((await ask(bruno, url, { method: 'DELETE' })).status, 404)
    assert.equal((await ask(ada, url, { method: 'PATCH', body: { name: 'x' } })).status, 428)
    const moved = await ask(ada, url, { method: 'PATCH', body: { name: 'The week', position: 9 }, version: 1 })
    assert.deepEqual([moved.status, moved.body.name, moved.body.version, moved.body.query], [200, 'The week', 2, query])
    assert.deepEqual(await names(ada), ['Another', 'The week'])
    assert.equal((await ask(ada, url, { method: 'PATCH', body: { name: 'y' }, version: 1 })).status, 409)
    assert.equal((await ask(ada, url, { method: 'DELETE' })).status, 204)
    assert.deepEqual(await names(ada), ['Another'])
  })

  test('shared with a role: seen by whoever holds it now, changed by the owner alone', async () => {
    const body = view('For pickers', { sharedWithRole: 'picker' })
    const made = await ask(ada, '/saved-views', { method: 'POST', body })
    assert.equal(made.status, 201)
    const seen = async (who: SignedIn) =>
      (await ask(who, '/saved-views?screen=orders')).body.items.find((one: { id: string }) => one.id === made.body.id)
    assert.deepEqual([(await seen(bruno))?.mine, (await seen(bruno))?.owner], [false, 'The picker'])
    assert.equal(await seen(carla), undefined)
    assert.equal((await ask(bruno, `/saved-views/${made.body.id}`, { method: 'DELETE' })).status, 404)
    await house.asOwner(`DELETE FROM people.staff_role WHERE staff_id = $1`, [bruno.id])
    assert.equal(await seen(bruno), undefined)
    await house.asOwner(`INSERT INTO people.staff_role VALUES ($1, 'picker', now())`, [bruno.id])
  })

  test('nobody shares with a role that is not theirs; who manages the staff does', async () => {
    const body = view('For accountants', { sharedWithRole: 'accountant' })
    const refused = await ask(ada, '/saved-views', { method: 'POST', body })
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [403, 'people.not_your_role', 'sharedWithRole'],
    )
    const manager = await signedInAs(house, 'it')
    assert.equal((await ask(manager, '/saved-views', { method: 'POST', body })).status, 201)
    const unknown = await ask(manager, '/saved-views', {
      method: 'POST',
      body: view('?', { sharedWithRole: 'pirate' }),
    })
    assert.deepEqual([unknown.status, unknown.body.code], [422, 'people.unknown_role'])
    assert.ok(
      (await ask(carla, '/saved-views')).body.items.some((one: { name: string }) => one.name === 'For accountants'),
    )
  })

  test('there is an end to them', async () => {
    const many = await signedInAs(house, 'picker')
    for (let n = 0; n < 50; n++) {
      assert.equal((await ask(many, '/saved-views', { method: 'POST', body: view(`View ${n}`) })).status, 201)
    }
    const refused = await ask(many, '/saved-views', { method: 'POST', body: view('One more') })
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.params],
      [422, 'people.too_many_views', { limit: 50 }],
    )
  })

  test('each version is in the audit trail, without what was searched', async () => {
    const rows = await house.asOwner<{ changes: unknown }>(
      `SELECT changes FROM host.audit WHERE object_type = 'saved_view' ORDER BY at`,
    )
    assert.ok(rows.length > 50)
    assert.ok(!JSON.stringify(rows).includes('placedAt'))
    await sealAudit(house.database)
    await house.expectNoBreach()
  })
})

test('recent records: the last looked at first, each once, thirty of them', async () => {
  for (let n = 0; n < 35; n++) {
    now = new Date(now.getTime() + 1000)
    const body = { kind: 'report', recordId: `o${n % 33}`, title: `#${n}`, path: `/reports/o${n % 33}` }
    assert.equal((await ask(ada, '/recent-records', { method: 'PUT', body })).status, 204)
  }
  const { items } = (await ask(ada, '/recent-records')).body
  assert.equal(items.length, 30)
  assert.deepEqual(
    items.slice(0, 3).map((one: { recordId: string; title: string }) => [one.recordId, one.title]),
    [
      ['o1', '#34'],
      ['o0', '#33'],
      ['o32', '#32'],
    ],
  )
  assert.deepEqual((await ask(bruno, '/recent-records')).body.items, [])
  for (const path of ['https://evil.example/', '//evil.example', '/orders?x=1', 'orders']) {
    const body = { kind: 'order', recordId: 'x', title: 'x', path }
    assert.equal((await ask(ada, '/recent-records', { method: 'PUT', body })).status, 422, path)
  }
})

test('a recent record keeps no name of a customer: it is shown as it is now, to who may see it, until it is gone', async () => {
  const id = '01900000-0000-7000-8000-0000000000aa'
  await house.asOwner(
    `INSERT INTO customers.customer (id, email, name, locale, created_at) VALUES ($1, 'm@b.example', 'Mirandolina', 'it', now())`,
    [id],
  )
  const body = { kind: 'customer', recordId: id, title: 'Mirandolina', path: `/customers/${id}` }
  const odd = { ...body, recordId: 'no-id', path: '/customers/no-id' }
  const titles = async (who: SignedIn) =>
    (await ask(who, '/recent-records')).body.items.map((one: { title: string }) => one.title)
  for (const who of [carla, bruno]) {
    for (const seen of [body, odd])
      assert.equal((await ask(who, '/recent-records', { method: 'PUT', body: seen })).status, 204)
  }
  assert.deepEqual([await titles(carla), await titles(bruno)], [['Mirandolina'], []])
  const kept = await house.asOwner<{ all: string }>(
    'SELECT string_agg(r::text, $1) AS all FROM people.recent_record r',
    [' '],
  )
  assert.doesNotMatch(kept[0]?.all ?? '', /Mirandolina/)
  await house.asOwner(`UPDATE customers.customer SET name = 'Ortensia' WHERE id = $1`, [id])
  assert.deepEqual(await titles(carla), ['Ortensia'])
  await house.asOwner('DELETE FROM customers.customer WHERE id = $1', [id])
  assert.deepEqual(await titles(carla), [])
})

test('preferences: the house’s own until chosen, one by one', async () => {
  assert.deepEqual((await ask(ada, '/preferences')).body, {
    theme: 'auto',
    density: 'roomy',
    locale: 'en',
    sidebar: 'open',
  })
  await ask(ada, '/preferences', { method: 'PUT', body: { theme: 'dark' } })
  const chosen = await ask(ada, '/preferences', { method: 'PUT', body: { locale: 'id', density: 'dense' } })
  assert.deepEqual(chosen.body, { theme: 'dark', density: 'dense', locale: 'id', sidebar: 'open' })
  assert.deepEqual((await ask(ada, '/preferences')).body, chosen.body)
  assert.equal((await ask(bruno, '/preferences')).body.theme, 'auto')
  assert.equal((await ask(ada, '/preferences', { method: 'PUT', body: { theme: 'pink' } })).status, 422)
})
