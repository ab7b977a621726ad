/**
 * Every operation x somebody whose work is narrowed to some markets or locations. The operations come from the house itself: a new
 * one that does not say how it keeps to a scope is closed to such a person, and this test finds out if it only says so.
 */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Scope } from '../../server/src/host/actor.ts'
import type { Route } from '../../server/src/host/http/route.ts'
import { EVERY_ROW } from '../../server/src/host/lists/define-list.ts'
import { listOf } from '../../server/src/host/lists/list-routes.ts'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { must } from '../../server/src/testing/scene.ts'
import { stateOf } from '../../server/src/testing/state-of.ts'
import { openCallers, pathOf, type Headers } from './callers.ts'
import { sampleBody, sampleOf } from './sample.ts'
import { touches } from './work-in-scope.ts'

const { house, shop, app } = await openCallers()
const guarded = house.blueprint.routes.filter(({ permission }) => permission !== 'public')
await signedInAs(house, 'owner')
const ROLES = await house.asOwner<{ code: string; permissions: string[] }>(
  `SELECT code, permissions FROM people.role WHERE ready_made ORDER BY position`,
)
const lists = guarded.filter((route) => listOf(route) !== undefined)

/** Who may do everything, within this scope. */
async function ownerWithin(scope: Scope): Promise<Headers> {
  const { id, headers } = await signedInAs(house, 'owner')
  await house.asOwner(`UPDATE people.staff SET scope = $2 WHERE id = $1`, [id, JSON.stringify(scope)])
  return headers
}

async function call(route: Route, headers: Headers, params: Record<string, string> = {}) {
  const known = route.params ? (sampleOf(route.params) as Record<string, string>) : {}
  const answer = await app.inject({
    method: route.method,
    url: pathOf(route, { ...known, ...params }),
    headers: { ...headers },
    ...(route.query ? { query: sampleOf(route.query) as Record<string, string> } : {}),
    ...(route.body ? { payload: sampleBody(route.operationId, route.body) as object } : {}),
    ...(route.rawBody || route.streamBody ? { payload: Buffer.from('{}') } : {}),
  })
  const isJson = answer.body.startsWith('{')
  const json = (isJson ? JSON.parse(answer.body) : {}) as { code?: string; items?: unknown[]; count?: number }
  return { status: answer.statusCode, code: json.code, json, body: answer.body }
}

let order: { id: string; number: string }
let paymentId: string
let elsewhere: Headers

/** What touches rows of people rather than of markets: scope-of-work.test.ts tries each at one's own and at others'. */
const ofPeople = new Set(Object.keys(touches))

before(async () => {
  elsewhere = await ownerWithin({ market: ['elsewhere'] })
  order = must(await shop.place(await shop.fill({ mug: 1 })))
  const [payment] = await house.asOwner<{ id: string }>(`SELECT id FROM payments.payment WHERE order_id = $1`, [
    order.id,
  ])
  paymentId = payment?.id ?? ''
  assert.notEqual(paymentId, '', 'an order that is placed has a payment to wait for')
})

const idsOf = (route: Route) => ({ id: /^\/(records\/)?payments?\//.test(route.path) ? paymentId : order.id })

describe('somebody narrowed to another market', () => {
  for (const route of guarded) {
    test(`${route.operationId} shows nothing of this one`, async () => {
      const { status, code, body } = await call(route, elsewhere, idsOf(route))
      if (route.withinScope === undefined) assert.deepEqual([status, code], [403, 'host.beyond_scope'])
      else if (route.withinScope !== 'narrowed') assert.deepEqual([status, code], [404, 'host.not_found'])
      for (const secret of [order.id, paymentId, 'mirandolina@']) {
        assert.ok(!body.includes(secret), `${route.operationId} shows ${secret} to who has no business there.`)
      }
    })
  }

  test('what says that it keeps to a scope and changes something is known here, with what it changes', () => {
    const changing = guarded.filter((route) => route.method !== 'GET' && route.withinScope === 'narrowed')
    assert.deepEqual(
      changing.map(({ operationId }) => operationId).filter((operationId) => !ofPeople.has(operationId)),
      // A check and a preview write nothing, wherever; what a check finds outside is left out below, a preview counts what its asker may see.
      ['recordStockCounts', 'checkStockCounts', 'previewCollection'],
      'Declare where the row belongs (withinScope: a function), or prove below that rows outside stay as they are.',
    )
  })

  test('has changed nothing', async () => {
    const before = await stateOf(house)
    for (const route of guarded) {
      // An export is in the trail, whoever takes it.
      if (!ofPeople.has(route.operationId) && !route.operationId.startsWith('export'))
        await call(route, elsewhere, idsOf(route))
    }
    assert.deepEqual(await stateOf(house), before)
  })
})

/** Rights that no route is opened by: for one field of what a route takes, which asks for them too. */
const asksToo: Readonly<Record<string, string>> = { 'orders:price': 'amendOrder' }

describe('what the session says is closed', () => {
  for (const kind of ['market', 'location'] as const) {
    test(`is refused or empty to who works for another ${kind} alone, and the rest is not`, async () => {
      const headers = await ownerWithin({ [kind]: ['elsewhere'] })
      const session = await app.inject({ url: '/api/session', headers })
      const { permissions, closed } = session.json<{ permissions: string[]; closed: string[] }>()
      const reads = guarded.filter(({ method, params }) => method === 'GET' && params === undefined)
      for (const route of lists.filter(({ permission }) => closed.includes(permission))) {
        assert.deepEqual((await call(route, headers)).json.items, [], route.operationId)
      }
      const withLists = new Set(lists.map(({ permission }) => permission))
      for (const route of reads.filter((one) => closed.includes(one.permission) && !withLists.has(one.permission))) {
        assert.equal((await call(route, headers)).code, 'host.beyond_scope', route.operationId)
      }
      for (const permission of permissions) {
        const open = guarded.some(
          (route) =>
            (route.permission === permission || route.operationId === asksToo[permission]) &&
            route.withinScope !== undefined,
        )
        assert.ok(open, `${permission} opens nothing, and the menu shows it`)
      }
      assert.deepEqual(
        ['orders:read', 'inventory:read', 'customers:read', 'inbox:read'].map((one) => permissions.includes(one)),
        [kind === 'market', kind === 'location', false, true],
      )
    })
  }

  test('is nothing to who is narrowed by nothing', async () => {
    const { headers } = await signedInAs(house, 'owner')
    const session = await app.inject({ url: '/api/session', headers })
    assert.deepEqual(session.json<{ closed: string[] }>().closed, [])
  })
})

/** Where a route says to which market its row belongs: an order or a payment of Italy, for somebody who works for one market alone. */
const placed = guarded.filter(
  ({ withinScope, path }) => typeof withinScope === 'function' && /^\/(records\/)?(order|payment)s?\//.test(path),
)

describe('every role: rows of another market are not there, those of one’s own are', () => {
  test('there are such operations', () => assert.ok(placed.length > 15, `${placed.length} operations`))

  for (const { code, permissions } of ROLES) {
    test(code, async () => {
      const within = async (market: string) => {
        const { id, headers } = await signedInAs(house, code)
        await house.asOwner(`UPDATE people.staff SET scope = $2 WHERE id = $1`, [
          id,
          JSON.stringify({ market: [market] }),
        ])
        return { headers, permissions: new Set(permissions) }
      }
      const [foreign, own] = [await within('elsewhere'), await within('it')]
      const before = await stateOf(house)
      const wrong: string[] = []
      for (const route of placed) {
        const isAllowed = foreign.permissions.has(route.permission)
        const { status, code: told } = await call(route, foreign.headers, idsOf(route))
        const expected = isAllowed ? '404 host.not_found' : '403 host.not_allowed'
        if (`${status} ${told}` !== expected) wrong.push(`${route.operationId}: ${status} ${told}, not ${expected}`)
      }
      assert.deepEqual(await stateOf(house), before)
      for (const route of placed.filter(({ method }) => method === 'GET')) {
        const isAllowed = own.permissions.has(route.permission)
        const { status, code: told } = await call(route, own.headers, idsOf(route))
        // What the sample does not name of it (a file) is not there; the row itself is.
        const isIn = status < 300 || (route.path.includes(':fileId') && told !== 'host.not_allowed')
        if (isIn !== isAllowed) wrong.push(`${route.operationId} of one's own: ${status} ${told}`)
      }
      assert.deepEqual(wrong, [])
    })
  }
})

describe('lists', () => {
  for (const route of lists) {
    const list = listOf(route)
    for (const kind of ['market', 'location'] as const) {
      if (list?.scope?.[kind] === EVERY_ROW) continue
      test(`${list?.name} is empty for who works for another ${kind} alone: page, count, export`, async () => {
        const headers = await ownerWithin({ [kind]: ['elsewhere'] })
        const page = await call(route, headers)
        assert.deepEqual([page.status, page.json.items], [200, []])
        const counted = guarded.find(({ path }) => path === `${route.path}/count`)
        assert.equal(counted && (await call(counted, headers)).json.count, 0)
        const file = await app.inject({ url: `/api${route.path}/export?format=csv`, headers })
        assert.equal(file.statusCode, 200)
        assert.equal(file.body.trim().split('\r\n').length, 1, 'the headings alone')
      })
    }
  }
})

describe('own and foreign rows', () => {
  const get = async (url: string, headers: Headers) => {
    const answer = await app.inject({ url: `/api${url}`, headers })
    return {
      status: answer.statusCode,
      json: answer.json() as { items: { id: string }[]; code?: string; count: number },
    }
  }

  test('who works for Italy sees its orders and payments, and another market does not', async () => {
    const italy = await ownerWithin({ market: ['it', 'es'] })
    const spain = await ownerWithin({ market: ['es'] })
    assert.deepEqual(
      (await get('/orders', italy)).json.items.map(({ id }) => id),
      [order.id],
    )
    assert.deepEqual(
      (await get('/payments', italy)).json.items.map(({ id }) => id),
      [paymentId],
    )
    assert.equal((await get(`/orders/count?search=${order.number}`, italy)).json.count, 1)
    assert.equal((await get(`/orders/count?search=${order.number}`, spain)).json.count, 0)
    for (const path of [
      `/orders/${order.id}`,
      `/records/order/${order.id}/files`,
      `/records/order/${order.id}/timeline`,
      `/payments/${paymentId}`,
      `/orders/${order.id}/payments`,
    ]) {
      assert.equal((await get(path, italy)).status, 200, path)
      assert.deepEqual(
        [(await get(path, spain)).status, (await get(path, spain)).json.code],
        [404, 'host.not_found'],
        path,
      )
    }
  })

  test('search finds of orders only those within, of people nobody, of goods all', async () => {
    const italy = await ownerWithin({ market: ['it'] })
    const spain = await ownerWithin({ market: ['es'] })
    const found = async (q: string, headers: Headers) =>
      (await get(`/search?q=${encodeURIComponent(q)}`, headers)).json.items as unknown as { kind: string; id: string }[]
    for (const typed of [order.number, 'mirandolina']) {
      assert.deepEqual(
        (await found(typed, italy)).map(({ id }) => id),
        [order.id],
        typed,
      )
      assert.deepEqual(await found(typed, spain), [], typed)
    }
    assert.deepEqual(
      (await found('mug', spain)).map(({ kind }) => kind),
      ['product'],
    )
    assert.deepEqual(await found('The owner', italy), [])
  })

  test('a warehouse counts its own shelves and no others', async () => {
    const venezia = await ownerWithin({ location: ['venezia'] })
    const padova = await ownerWithin({ location: ['padova'] })
    const count = (headers: Headers) =>
      app.inject({
        method: 'POST',
        url: '/api/stock-counts',
        headers,
        payload: {
          counts: [{ variantId: shop.variantIds.lamp, locationCode: 'venezia', quantity: 7 }],
          reason: 'counted',
        },
      })
    const check = (headers: Headers) =>
      app.inject({
        method: 'POST',
        url: '/api/stock-count-checks',
        headers,
        payload: { counts: [{ variantId: shop.variantIds.lamp, locationCode: 'venezia', quantity: 7 }] },
      })
    for (const headers of [padova, venezia]) assert.deepEqual((await check(headers)).json(), { collisions: [] })
    const refused = await count(padova)
    assert.deepEqual(
      [refused.statusCode, (refused.json() as { code: string }).code],
      [422, 'inventory.unknown_location'],
    )
    assert.deepEqual((await count(venezia)).json(), { changed: 1 })
    assert.deepEqual((await get('/locations', padova)).json.items, [])
    assert.equal((await get('/locations', venezia)).json.items.length, 1)
    assert.ok((await get('/stock', venezia)).json.items.length > 0)
    assert.deepEqual((await get('/stock', padova)).json.items, [])
  })

  test('two kinds at once must both allow', async () => {
    const both = await ownerWithin({ market: ['it'], location: ['venezia'] })
    assert.deepEqual((await get('/orders', both)).json.items, [], 'an order knows no location')
    assert.deepEqual((await get('/stock', both)).json.items, [], 'stock knows no market')
  })
})
