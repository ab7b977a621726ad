/**
 * Every operation x every kind of caller. The operations come from the house itself, so that none can be forgotten; what must
 * happen follows from what each declares (`permission`, `own`).
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { signLink } from '../../server/src/host/auth/links.ts'
import type { Route } from '../../server/src/host/http/route.ts'
import { stateOf } from '../../server/src/testing/state-of.ts'
import { must } from '../../server/src/testing/scene.ts'
import { openCallers, pathOf, type Headers } from './callers.ts'
import { sampleBody, sampleOf } from './sample.ts'

const callers = await openCallers()
const { house, shop, app } = callers
const operations = house.blueprint.routes
const sections = [...house.blueprint.hostSections, ...house.blueprint.rooms.map(({ manifest }) => manifest)]

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly body: string
}

async function call(route: Route, headers: Headers, params: Record<string, string> = {}): Promise<Answer> {
  const known = route.params ? (sampleOf(route.params) as Record<string, string>) : {}
  const answer = await app.inject({
    method: route.method,
    url: pathOf(route, { ...known, ...params }),
    headers: { ...headers },
    ...(route.query ? { query: sampleOf(route.query) as Record<string, string> } : {}),
    ...(route.body ? { payload: sampleBody(route.operationId, route.body) as object } : {}),
    ...(route.rawBody || route.streamBody ? { payload: Buffer.from('{}') } : {}),
  })
  const { code } = answer.body.startsWith('{') ? (JSON.parse(answer.body) as { code?: string }) : {}
  return { status: answer.statusCode, code, body: answer.body }
}

function verdictOf({ status, code }: Answer): string {
  const door = code === 'host.not_signed_in' || code === 'host.not_allowed'
  return door || status >= 500 ? `${status} ${code}` : 'let in'
}

/** What is one's own in these departments only one kind of person has: the other kind is turned away. */
const audiences: Readonly<Record<string, 'customer' | 'staff'>> = {
  customers: 'customer',
  loyalty: 'customer',
  people: 'staff',
  search: 'staff',
  tasks: 'staff',
  settings: 'staff',
}
/** Whoever has a session may end it. */
const forAnybody = new Set(['signOut'])

function expected({ permission, own, operationId }: Route, department: string): Record<string, RegExp> {
  const [signIn, denied, letIn] = [/^401 host.not_signed_in$/, /^403 host.not_allowed$/, /^let in$/]
  if (permission !== 'public') {
    return { anonymous: signIn, customer: denied, 'staff without': denied, 'staff with': letIn }
  }
  const audience = own === 'self' && !forAnybody.has(operationId) ? audiences[department] : undefined
  const verdict = (kind: string) => (audience === undefined || audience === kind ? letIn : /^40[13] host/)
  const staff = verdict('staff')
  return {
    anonymous: own === 'self' ? signIn : letIn,
    customer: verdict('customer'),
    'staff without': staff,
    'staff with': staff,
  }
}

/** Each call brings a session of its own: some operations end the one that they are called with. */
describe('every operation lets in whom it says, and nobody else', () => {
  for (const { name, routes } of sections) {
    for (const route of routes) {
      const { operationId, permission, own } = route
      test(`${operationId}: ${permission}, own ${own}`, async () => {
        const right = permission === 'public' ? await callers.newStaff() : await callers.with(permission)
        const told = {
          anonymous: verdictOf(await call(route, {})),
          customer: verdictOf(await call(route, await callers.newCustomer())),
          'staff without': verdictOf(await call(route, await callers.newStaff())),
          'staff with': verdictOf(await call(route, right)),
        }
        for (const [caller, verdict] of Object.entries(expected(route, name))) {
          assert.match(
            told[caller as keyof typeof told],
            verdict,
            `${caller}: ${operationId} declares permission ${permission} and own ${own}, and its door says otherwise. ` +
              'Mend the route; what each declaration means stands in host/http/route.ts.',
          )
        }
      })
    }
  }
})

test('who is turned away at the door has changed nothing', async () => {
  const outsiders = [{}, await callers.newCustomer(), await callers.newStaff()]
  const before = await stateOf(house)
  for (const route of operations.filter((one) => one.permission !== 'public')) {
    for (const headers of outsiders) await call(route, headers)
  }
  assert.deepEqual(await stateOf(house), before)
})

test('who is turned away learns nothing of what a call looks like: the right is asked for before the input is read', async () => {
  const nothing = await callers.newStaff()
  const wrong: string[] = []
  for (const route of operations.filter((one) => one.permission !== 'public')) {
    const url = pathOf(
      route,
      Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, '%'])),
    )
    const body = route.method === 'GET' ? {} : { payload: '{"', headers: { 'content-type': 'application/json' } }
    for (const [headers, code] of [
      [{}, 'host.not_signed_in'],
      [nothing, 'host.not_allowed'],
    ] as const) {
      const answer = await app.inject({
        ...{ method: route.method, url: `${url}?limit=x`, ...body },
        headers: { ...headers, ...('headers' in body ? body.headers : {}) },
      })
      const told = (answer.json() as { code?: string }).code
      if (told !== code) wrong.push(`${route.operationId}: ${answer.statusCode} ${told}`)
    }
  }
  assert.deepEqual(wrong, [])
})

describe('what belongs to somebody opens to nobody else', () => {
  const ofBaskets = operations.filter((route) => route.own === 'basket')
  for (const route of ofBaskets) {
    test(`${route.operationId}: another basket's token, a guessed one, none`, async () => {
      const [mine, other] = [await shop.fill({ mug: 1 }), await shop.fill({ mug: 1 })]
      const before = await stateOf(house)
      const variantId = shop.variantIds.mug
      const codes: unknown[] = []
      for (const token of [other.token ?? '', 'x'.repeat(43), undefined]) {
        const headers: Headers = token === undefined ? {} : { 'basket-token': token }
        codes.push((await call(route, headers, { id: mine.id, variantId })).code)
      }
      assert.deepEqual(codes, Array(3).fill('orders.basket_not_found'))
      assert.deepEqual(await stateOf(house), before)
      // The own token gets past that door.
      const own = await call(route, { 'basket-token': mine.token ?? '' }, { id: mine.id, variantId })
      assert.notEqual(own.code, 'orders.basket_not_found')
    })
  }

  const ofLinks = operations.filter((route) => route.own === 'link' && route.path.includes(':token'))
  for (const route of ofLinks) {
    test(`${route.operationId}: a link of another kind, another house, another order`, async () => {
      const placed = must(await shop.place(await shop.fill({ mug: 1 })))
      const before = await stateOf(house)
      const token = signLink(house.linkKey, 'order', placed.id)
      const flipped = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
      const forged = [
        flipped,
        signLink(Buffer.alloc(32, 1), 'order', placed.id),
        signLink(house.linkKey, 'invoice', placed.id),
        placed.id,
      ]
      const told: unknown[] = []
      for (const link of forged) told.push((await call(route, {}, { token: link })).code)
      assert.deepEqual(told, Array(4).fill('orders.link_not_valid'))
      assert.deepEqual(await stateOf(house), before)
      assert.notEqual((await call(route, {}, { token })).code, 'orders.link_not_valid')
    })
  }

  test("a customer's address is not forgotten by another", async () => {
    const keep = operations.find((route) => route.operationId === 'keepAddress')
    const forget = operations.find((route) => route.operationId === 'forgetAddress')
    assert.ok(keep && forget, 'the operations have other names now: name them here')
    const [owner, other] = [await callers.newCustomer(), await callers.newCustomer()]
    const kept = await call(keep, owner)
    assert.ok(kept.status < 300, kept.body)
    const { id } = JSON.parse(kept.body) as { id: string }
    const before = await stateOf(house)
    const denied = await call(forget, other, { id })
    assert.equal(denied.status, 404)
    assert.deepEqual(await stateOf(house), before)
    assert.ok((await call(forget, owner, { id })).status < 300)
  })
})

test('the document says of each operation what the house does', async () => {
  const { describeHouse } = await import('../../server/src/apps/server.ts')
  const document = await describeHouse(house.blueprint, 'http://localhost')
  const described = Object.values(document['paths'] as Record<string, Record<string, Record<string, unknown>>>)
    .flatMap((path) => Object.values(path))
    .map((operation) => [operation['operationId'], operation['x-permission'], operation['x-own']])
  const declared = operations.map(({ operationId, permission, own }) => [operationId, permission, own])
  assert.deepEqual(described.toSorted(), declared.toSorted())
})
