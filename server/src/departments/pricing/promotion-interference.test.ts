/** A promotion of the shop among everybody's plans: seen before it is saved, said why, told to whose plans it touches, and over. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
let house: TestHouse
let app: FastifyInstance
let anna: SignedIn
let bruno: SignedIn
let products: Record<string, string>

before(async () => {
  house = await createTestHouse({ clock: { now: () => NOW } })
  await openShop(house, { stock: { mug: 100, book: 3, scarf: 0, lamp: 40 } })
  app = await createTestServer(house)
  anna = await signedInAs(house, 'owner')
  bruno = await signedInAs(house, 'owner')
  const rows = await house.asOwner<{ id: string; handle: string }>('SELECT id::text, handle FROM catalog.product')
  products = Object.fromEntries(rows.map(({ id, handle }) => [handle, id]))
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const call = (who: SignedIn, method: Method, url: string, payload?: object, ifMatch?: number) =>
  app.inject({
    method,
    url: `/api${url}`,
    headers: {
      ...who.headers,
      'fondaco-locale': 'en',
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(payload ? { payload } : {}),
  })

async function ask<T>(...asked: Parameters<typeof call>): Promise<T> {
  const answer = await call(...asked)
  assert.ok(answer.statusCode < 300, answer.body)
  return (answer.body === '' ? {} : answer.json()) as T
}

interface Said {
  readonly rule: string
  readonly severity: string
  readonly sentence: string
  readonly other: { readonly id: string; readonly path: string } | null
}

let made = 0
function promotion(goods: object | undefined, begins: string | null, ends: string | null, rest: object = {}) {
  return {
    code: `P${++made}`,
    names: { en: `Promotion ${made}` },
    needsCoupon: false,
    beginsAt: begins && `${begins}T00:00:00.000Z`,
    endsAt: ends && `${ends}T00:00:00.000Z`,
    terms: { conditions: [], action: { kind: 'line_percent', percent: '10', ...(goods && { goods }) } },
    ...rest,
  }
}
const of = (...handles: string[]) => ({ products: handles.map((handle) => products[handle]) })
const rules = (said: readonly Said[]) => said.map(({ rule }) => rule).sort()
const check = async (body: object) => {
  const { collisions } = await ask<{ collisions: Said[] }>(anna, 'POST', '/promotion-checks', body)
  return collisions
}
const at = async (id: string) =>
  ask<{ planId: string | null; collisions: Said[] }>(anna, 'GET', `/promotions/${id}/collisions`)
const count = (who: SignedIn, on: string, rest: object = {}) =>
  ask<{ id: string }>(who, 'POST', '/plans', {
    ...{ kind: 'stocktake', title: 'Count', locations: ['venezia'] },
    time: { allDay: true, fromOn: on, toOn: on },
    ...rest,
  })
const alerts = (planId: string) =>
  house.asOwner<{ recipient: string; open: boolean }>(
    `SELECT recipient, closed_at IS NULL AS open FROM work.inbox_item WHERE kind = 'alert' AND record_id = $1 ORDER BY id`,
    [planId],
  )

test('goods that are not there, seen before and after it is saved; the reason stands in the trail', async () => {
  const body = promotion(of('mug', 'book', 'scarf'), '2027-02-01', '2027-02-08')
  const [said] = await check(body)
  assert.equal(said?.rule, 'inventory.sale_without_stock')
  assert.match(said?.sentence ?? '', /makes 3 articles wanted: one is sold out, one runs low/)
  const refused = await call(anna, 'POST', '/promotions', body)
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().field, refused.json().params?.count],
    [409, 'work.plan_collides', 'nonetheless', 1],
  )
  const nothing = await house.asOwner('SELECT 1 FROM pricing.promotion WHERE code = $1', [body.code])
  assert.equal(nothing.length, 0, 'what was refused is not there')
  const { id } = await ask<{ id: string }>(anna, 'POST', '/promotions', {
    ...body,
    nonetheless: 'Scarves come on Monday',
  })
  const page = await at(id)
  assert.deepEqual(rules(page.collisions), ['inventory.sale_without_stock'])
  const trail = await house.asOwner<{ reason: string }>(
    `SELECT reason FROM host.audit WHERE object_type = 'plan' AND object_id = $1`,
    [page.planId],
  )
  assert.deepEqual(trail, [{ reason: 'Scarves come on Monday' }])
  const again = await call(anna, 'PUT', `/promotions/${id}`, { ...body, priority: 3 }, 1)
  assert.equal(again.statusCode, 200, 'what was said once is not asked again')
  assert.deepEqual(await check(promotion(of('mug', 'lamp'), '2027-02-10', '2027-02-12')), [], 'of goods in plenty')
})

test('a count of its goods: the owner is told once, untold when the promotion rests, told again when it goes on', async () => {
  const theirs = await count(bruno, '2027-03-05')
  const body = promotion(of('mug'), '2027-03-01', '2027-03-10')
  assert.deepEqual(rules(await check(body)), ['inventory.count_in_sale'])
  const { id } = await ask<{ id: string }>(anna, 'POST', '/promotions', { ...body, nonetheless: 'They know' })
  const told = { recipient: `staff:${bruno.id}`, open: true }
  assert.deepEqual(await alerts(theirs.id), [told])
  await ask(anna, 'PUT', `/promotions/${id}`, { ...body, priority: 1 }, 1)
  await house.runJobs(['recheck-plans', 'plan-promotions'])
  assert.deepEqual(await alerts(theirs.id), [told], 'told once, not at each save')
  await ask(anna, 'PUT', `/promotions/${id}/pause`, { reason: 'Not yet' })
  assert.deepEqual(await alerts(theirs.id), [{ ...told, open: false }])
  assert.deepEqual(await at(id), { planId: null, collisions: [] })
  const held = await call(anna, 'DELETE', `/promotions/${id}/pause`)
  assert.equal(held.json().code, 'work.plan_collides', 'to go on is to begin')
  await ask(anna, 'DELETE', `/promotions/${id}/pause?nonetheless=Agreed`)
  assert.equal((await alerts(theirs.id)).filter(({ open }) => open).length, 1)
  const { version } = await ask<{ version: number }>(anna, 'GET', `/promotions/${id}`)
  await ask(anna, 'PUT', `/promotions/${id}`, { ...body, beginsAt: '2027-03-06T00:00:00.000Z' }, version)
  assert.equal((await alerts(theirs.id)).filter(({ open }) => open).length, 0, 'moved away')
})

test('two promotions of the same goods; one for everything lies over the others by design', async () => {
  const days = ['2027-04-01', '2027-04-08'] as const
  const first = await ask<{ id: string }>(bruno, 'POST', '/promotions', promotion(of('lamp'), ...days))
  const [said] = await check(promotion(of('lamp', 'mug'), ...days))
  assert.deepEqual([said?.rule, said?.other?.path], ['pricing.prices_overlap', `/plans/${(await at(first.id)).planId}`])
  assert.deepEqual(await check(promotion(undefined, ...days)), [])
  assert.deepEqual(await check(promotion(of('mug'), ...days)), [])
  const elsewhere = promotion(of('lamp'), ...days)
  const markets = [{ kind: 'market', markets: ['it'] }]
  const there = { ...elsewhere, terms: { ...elsewhere.terms, conditions: markets } }
  assert.equal((await check(there)).length, 1, 'one for all markets is for that one, too')
  const nowhere = { ...there.terms, conditions: [{ kind: 'market', markets: ['xx'] }] }
  assert.deepEqual(await check({ ...there, terms: nowhere }), [], 'a market that is not there')
})

test('what a brand, a label or a variant means is found; what means nothing collides with nothing', async () => {
  await house.asOwner(`UPDATE catalog.product SET vendor = 'Murano', tags = ARRAY['glass'] WHERE handle = 'scarf'`)
  const [variant] = await house.asOwner<{ id: string }>(`SELECT id::text FROM catalog.variant WHERE sku = 'SCARF'`)
  for (const goods of [{ brands: ['Murano'] }, { labels: ['glass'] }, { variants: [variant?.id] }]) {
    const said = await check(promotion(goods, '2027-05-01', '2027-05-02'))
    assert.deepEqual(rules(said), ['inventory.sale_without_stock'], JSON.stringify(goods))
  }
  const except = { labels: ['glass'], except: { brands: ['Murano'] } }
  assert.deepEqual(await check(promotion(except, '2027-05-01', '2027-05-02')), [])
  assert.deepEqual(await check(promotion({ brands: ['Nobody'] }, '2027-05-01', '2027-05-02')), [])
  assert.deepEqual(rules(await check(promotion(of('scarf'), null, null))), ['inventory.sale_without_stock'])
  assert.deepEqual(await check(promotion(undefined, null, null)), [], 'how the shop always sells is no event')
})

test('inside a blackout window: only with a reason, and only by whoever may', async () => {
  await ask(anna, 'POST', '/blackouts', {
    reason: 'Prices stay',
    ...{ startsAt: '2027-06-01T00:00:00.000Z', endsAt: '2027-06-05T00:00:00.000Z' },
    ...{ acts: ['pricing.promote'], markets: [], locations: [] },
  })
  const body = promotion(of('mug'), '2027-06-02', '2027-06-03')
  const [said] = await check(body)
  assert.deepEqual([said?.rule, said?.severity], ['work.inside_blackout', 'stop'])
  const refused = await call(anna, 'POST', '/promotions', body)
  assert.deepEqual([refused.json().code, refused.json().field], ['work.plan_stopped', 'nonetheless'])
  const merchandiser = await signedInAs(house, 'merchandiser')
  const stopped = await call(merchandiser, 'POST', '/promotions', { ...body, nonetheless: 'I want to' })
  assert.equal(stopped.json().code, 'work.plan_stopped', 'a reason alone opens no window')
  await ask(anna, 'POST', '/promotions', { ...body, nonetheless: 'The owner asked for it' })
})

test('its plan is changed with the promotion and nowhere else', async () => {
  const { id } = await ask<{ id: string }>(
    anna,
    'POST',
    '/promotions',
    promotion(of('mug'), '2027-07-01', '2027-07-08'),
  )
  const { planId } = await at(id)
  const plan = await ask<{ kind: string; path: string; version: number; record: object }>(
    anna,
    'GET',
    `/plans/${planId}`,
  )
  assert.deepEqual([plan.kind, plan.path, plan.record], ['promotion', `/promotions/${id}`, { type: 'promotion', id }])
  const reason = { reason: 'mine' }
  const refused = await call(anna, 'POST', `/plans/${planId}/withdrawal`, reason, plan.version)
  assert.equal(refused.json().code, 'work.plan_of_record')
  const calendar = await ask<{ entries: { plan: { id: string } | null }[] }>(
    anna,
    'GET',
    '/calendar?from=2027-07-01&to=2027-07-31&zone=UTC',
  )
  assert.ok(
    calendar.entries.some((entry) => entry.plan?.id === planId),
    'it stands on the calendar',
  )
})

test('promotions that were saved without looking find their place, once', async () => {
  await house.asOwner(
    `INSERT INTO pricing.promotion (id, code, names, terms, needs_coupon, begins_at, ends_at, priority, stacking_class, exclusive, created_at)
     VALUES (gen_random_uuid(), 'OLD', '{"en": "Old"}', $1, false, '2027-08-01', '2027-08-05', 0, 'usual', false, '2026-01-01')`,
    [JSON.stringify({ conditions: [], action: { kind: 'line_percent', percent: '10', goods: of('lamp') } })],
  )
  const job = house.blueprint.jobs.find(({ kind }) => kind === 'plan-promotions') ?? assert.fail()
  const run = () => job.run(house, { id: 'x', ref: null, payload: {}, attempt: 1 })
  const plans = () => house.asOwner<{ version: number }>(`SELECT version FROM work.plan WHERE title = 'Old'`)
  await run()
  await run()
  assert.deepEqual(await plans(), [{ version: 1 }])
})
