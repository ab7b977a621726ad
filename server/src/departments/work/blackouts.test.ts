/** Windows of time in which some acts are refused: at the very boundary, for whom, and who may pass. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openShop, type Shop } from '../../testing/scene.ts'
import { stateOf } from '../../testing/state-of.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

const time = { now: new Date('2026-11-22T10:00:00Z') }
let house: TestHouse
let shop: Shop
let app: FastifyInstance
let owner: SignedIn
let picker: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => time.now } })
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  picker = await signedInAs(house, 'picker')
  // The clock is moved by weeks; their sessions are not what is tried here.
  await house.asOwner(`UPDATE host.session SET expires_at = '2030-01-01'`)
})

interface Told {
  readonly id: string
  readonly code?: string
  readonly detail?: string
  readonly remedy?: string
  readonly params?: Record<string, string>
}

async function ask(who: SignedIn, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, version?: number) {
  const headers = {
    ...who.headers,
    'fondaco-locale': 'en',
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as Told }
}

/** Sessions tell when they were seen last. */
const kept = async () => ({ ...(await stateOf(house)), 'host.session': '' })

let counted = 50
const count = (who: SignedIn) => {
  counted += 1
  const counts = [{ variantId: shop.variantIds.mug, locationCode: 'venezia', quantity: counted }]
  return ask(who, 'POST', '/stock-counts', { counts, reason: 'counted' })
}
const at = (text: string) => void (time.now = new Date(text))
const window = (startsAt: string, endsAt: string, change: object = {}) => ({
  reason: 'Black Friday',
  startsAt,
  endsAt,
  acts: ['inventory.count'],
  ...change,
})

test('refused from its first moment until its last, by the moment at which one acts', async () => {
  const closed = await ask(owner, 'POST', '/blackouts', window('2026-11-27T00:00:00.000Z', '2026-11-28T00:00:00.000Z'))
  assert.equal(closed.status, 201)
  // moment, verdict
  const table = [
    ['2026-11-26T23:59:59.999Z', 200],
    ['2026-11-27T00:00:00.000Z', 409],
    ['2026-11-27T23:59:59.999Z', 409],
    ['2026-11-28T00:00:00.000Z', 200],
  ] as const
  for (const [moment, status] of table) {
    at(moment)
    assert.equal((await count(owner)).status, status, moment)
  }
  at('2026-11-27T12:00:00Z')
  const before = await kept()
  const refused = await count(picker)
  assert.equal(refused.body.code, 'work.in_blackout')
  assert.equal(refused.body.params?.['untilAt'], '2026-11-28T00:00:00.000Z')
  assert.match(refused.body.remedy ?? '', /2026-11-28 01:00 \(Europe\/Rome\).*work:override_blackout/)
  assert.deepEqual(await kept(), before, 'nothing changed')
  const listed = (await ask(picker, 'GET', '/blackouts')).body as unknown as {
    items: { inForce: boolean; reason: string }[]
    mayOverride: boolean
  }
  assert.deepEqual(
    listed.items.map(({ reason, inForce }) => [reason, inForce]),
    [['Black Friday', true]],
  )
})

test('whoever may, passes with a reason, for a quarter of an hour, alone', async () => {
  at('2026-11-27T12:00:00Z')
  const [{ id }] = await ask(owner, 'GET', '/blackouts').then(
    ({ body }) => (body as unknown as { items: [{ id: string }] }).items,
  )
  assert.equal((await ask(picker, 'POST', `/blackouts/${id}/overrides`, { reason: 'I want to' })).status, 403)
  assert.equal((await ask(owner, 'POST', `/blackouts/${id}/overrides`, { reason: 'A pallet fell' })).status, 201)
  assert.equal((await count(owner)).status, 200)
  assert.equal((await count(picker)).status, 409, 'not for others')
  at('2026-11-27T12:14:59.999Z')
  assert.equal((await count(owner)).status, 200)
  at('2026-11-27T12:15:00Z')
  assert.equal((await count(owner)).status, 409)
  const [row] = await house.asOwner<{ reason: string }>(
    `SELECT reason FROM host.audit WHERE action = 'work:override_blackout'`,
  )
  assert.equal(row?.reason, 'A pallet fell')
})

test('lifted early, it refuses nothing more; what was is not there to be lifted again', async () => {
  at('2026-11-27T13:00:00Z')
  const { items } = (await ask(owner, 'GET', '/blackouts')).body as unknown as {
    items: [{ id: string; version: number }]
  }
  const [{ id, version }] = items
  assert.equal(
    (await ask(owner, 'POST', `/blackouts/${id}/lifting`, { reason: 'Over' })).body.code,
    'host.version_required',
  )
  assert.equal((await ask(owner, 'POST', `/blackouts/${id}/lifting`, { reason: 'Over' }, version)).status, 200)
  assert.equal((await count(picker)).status, 200)
  assert.equal(
    (await ask(owner, 'POST', `/blackouts/${id}/lifting`, { reason: 'Over' }, version + 1)).body.code,
    'work.blackout_not_found',
  )
  assert.equal(
    (await ask(owner, 'POST', `/blackouts/${id}/overrides`, { reason: 'Over' })).body.code,
    'work.blackout_not_found',
  )
})

test('a window is decided before it is kept', async () => {
  at('2026-11-22T10:00:00Z')
  const [from, to] = ['2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z']
  const table: readonly (readonly [object, string])[] = [
    [window(from, to, { acts: ['inventory.dream'] }), 'work.blackout_unknown_act'],
    [window(from, to, { markets: ['mars'] }), 'work.blackout_unknown_market'],
    [window(to, from), 'work.blackout_ends_before'],
    [window(from, '2027-12-02T00:00:00.000Z'), 'work.blackout_too_long'],
  ]
  for (const [body, code] of table) assert.equal((await ask(owner, 'POST', '/blackouts', body)).body.code, code)
  const { id } = (await ask(owner, 'POST', '/blackouts', window(from, to))).body
  at('2026-12-03T00:00:00Z')
  assert.equal(
    (await ask(owner, 'POST', `/blackouts/${id}/lifting`, { reason: 'Late' }, 1)).body.code,
    'work.blackout_over',
  )
  assert.equal(
    (await ask(owner, 'POST', `/blackouts/${id}/overrides`, { reason: 'Late' })).body.code,
    'work.blackout_over',
  )
})

test('many at the boundary at once: each is judged by its own moment, whoever is first', async () => {
  at('2026-12-10T00:00:00Z')
  const [edge, end] = ['2026-12-11T00:00:00.000Z', '2026-12-12T00:00:00.000Z']
  assert.equal((await ask(owner, 'POST', '/blackouts', window(edge, end))).status, 201)
  const moments = Array.from({ length: 24 }, (_, index) => new Date(Date.parse(edge) + (index % 4) - 2))
  let turn = 0
  // Each transaction takes its moment when it begins; all of them run side by side on their own connections.
  const twin: TestHouse = Object.assign(Object.create(house) as TestHouse, {
    clock: { now: () => moments[turn++ % moments.length] ?? new Date(edge) },
  })
  const { weigh } = await import('../../host/guard/weigh.ts')
  const { runCommand } = await import('../../host/context.ts')
  const { ok } = await import('../../kernel/result.ts')
  const actor = { kind: 'staff', id: owner.id, name: 'Owner', permissions: new Set(['inventory:adjust']) } as const
  const results = await Promise.all(
    moments.map(() =>
      runCommand(twin, { actor }, async (ctx) => {
        const free = await weigh(ctx, { act: 'inventory.count', facts: {}, ref: { kind: 'stock', id: 'x' } })
        return ok({ free: free.ok, before: ctx.now.toISOString() < edge })
      }),
    ),
  )
  const seen = results.map((result) => (result.ok ? result.value : assert.fail('refused')))
  assert.ok(seen.some(({ before }) => before) && seen.some(({ before }) => !before))
  for (const { free, before } of seen) assert.equal(free, before)
})

test('a plan inside a window is stopped, unless somebody who may says why', async () => {
  at('2026-12-10T00:00:00Z')
  const plan = { kind: 'stocktake', title: 'Count', time: { allDay: true, fromOn: '2026-12-11', toOn: '2026-12-11' } }
  const stopped = await ask(owner, 'POST', '/plans', plan)
  assert.deepEqual([stopped.status, stopped.body.code], [409, 'work.plan_stopped'])
  assert.equal((await ask(owner, 'POST', '/plans', { ...plan, overrideReason: 'The auditors come' })).status, 201)
  const campaign = { ...plan, kind: 'campaign', title: 'Lights' }
  assert.equal(
    (await ask(owner, 'POST', '/plans', campaign)).status,
    201,
    'what the window does not refuse is only warned of',
  )
})
