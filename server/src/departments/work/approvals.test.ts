import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { money } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { setPrices } from '../pricing/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
let second: SignedIn
let seller: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  second = await signedInAs(house, 'owner')
  seller = await signedInAs(house, 'merchandiser')
})

type Body = Record<string, unknown>

async function call(
  who: SignedIn,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: Body = {},
) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...who.headers, ...headers },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Body }
}

const above15 = {
  act: 'pricing.change_price',
  condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 },
  markets: null,
  roles: ['owner'],
  approvals: 1,
  activeFrom: null,
  activeTo: null,
  note: 'Big price changes',
}

async function makeRule(rule: object = above15): Promise<string> {
  const made = await call(owner, 'POST', '/approval-rules', rule)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return String(made.body['id'])
}

const endRule = (id: string) => call(owner, 'DELETE', `/approval-rules/${id}`)

const priceOf = async (good: 'mug' | 'book' | 'scarf' | 'lamp') => {
  const [row] = await house.asOwner<{ amount: string }>(
    `SELECT amount::text FROM pricing.price WHERE variant_id = $1`,
    [shop.variantIds[good]],
  )
  return Number(row?.amount)
}

const change = (good: 'mug' | 'book' | 'scarf' | 'lamp', amount: number) => ({
  prices: [{ variantId: shop.variantIds[good], amount: { amount, currency: 'EUR' } }],
})

/** The scene's prices were set a moment ago: a day passes. */
const longAgo = () =>
  house.asOwner(`UPDATE host.audit SET at = at - interval '2 days' WHERE object_type = 'price'`).catch(() => {})

test('a change above the rule is held, kept, and done by whoever approves it', async () => {
  const rule = await makeRule()
  const held = await call(seller, 'PUT', '/prices', change('mug', 2_000), { 'idempotency-key': 'k1' })
  assert.equal(held.status, 202, JSON.stringify(held.body))
  const { id, approvers } = held.body['held'] as { id: string; approvers: unknown }
  assert.deepEqual(approvers, [{ roles: ['owner'], approvals: 1 }])
  assert.equal(held.headers['location'], `/api/approvals/${id}`)
  assert.equal(await priceOf('mug'), 1_490)

  const again = await call(seller, 'PUT', '/prices', change('mug', 2_000), { 'idempotency-key': 'k1' })
  assert.deepEqual([again.status, again.body], [202, held.body])
  const unkeyed = await call(seller, 'PUT', '/prices', change('mug', 2_000))
  assert.equal((unkeyed.body['held'] as { id: string }).id, id, 'the same request, while it waits, is the same request')

  const page = await call(owner, 'GET', `/approvals/${id}`)
  assert.equal(page.body['state'], 'pending')
  assert.match(String(page.body['summary']), /34\.23%.*mug/)
  const preview = await call(owner, 'GET', `/approvals/${id}/preview`)
  assert.deepEqual([preview.body['known'], preview.body['changed']], [true, false], JSON.stringify(preview.body))
  assert.deepEqual((preview.body['changes'] as Body[])[0], {
    objectType: 'price',
    objectId: `${shop.variantIds.mug} EUR`,
    field: 'amount',
    before: 1490,
    after: 2000,
  })

  const own = await call(seller, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
  assert.equal(own.body['code'], 'work.approval_own_request')
  const done = await call(owner, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: 'Fine' })
  assert.deepEqual([done.status, done.body], [200, { state: 'approved' }])
  assert.equal(await priceOf('mug'), 2_000)
  const twice = await call(second, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
  assert.equal(twice.body['code'], 'work.approval_decided')
  const rows = await house.asOwner<{ actor_id: string; changes: Body[] }>(
    `SELECT actor_id, changes FROM host.audit WHERE object_type = 'price' AND changes @> '[{"field": "approvedBy"}]'`,
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.actor_id, seller.id)
  assert.deepEqual(rows[0]?.changes.find(({ field }) => field === 'approvedBy')?.['after'], [owner.id])
  await endRule(rule)
  await house.expectNoBreach()
})
