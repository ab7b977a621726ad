import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from '../../host/database/sql.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { putDraft, type DraftWish } from '../../departments/orders/index.ts'
import { openPaymentScene, type PaymentScene } from '../../testing/payment-scene.ts'

let scene: PaymentScene
let clerk: SignedIn
before(async () => {
  scene = await openPaymentScene()
  clerk = await signedInAs(scene.house, 'owner')
})

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { body, version, as = clerk }: { body?: unknown; version?: number; as?: SignedIn } = {},
) {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: {
      ...as.headers,
      'idempotency-key': crypto.randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, never> }
}

const address = {
  name: 'Mirandolina',
  street: 'Calle del Forno 7',
  postcode: '30121',
  city: 'Venezia',
  region: 'VE',
  country: 'IT',
}
const wish = (changes: object = {}) => ({
  customerId: null,
  email: 'mirandolina@locanda.example',
  address,
  lines: [{ variantId: scene.shop.variantIds.mug, quantity: 2 }],
  coupons: [],
  deliveryMethod: 'standard',
  paymentMethod: null,
  note: null,
  priceNote: null,
  ...changes,
})

test('taken by phone: saved, priced as the shop does it, ordered once, and paid by the link in the mail', async () => {
  const made = await ask('POST', '/order-drafts', { body: wish() })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const path = `/order-drafts/${String(made.body['id'])}`
  const seen = await ask('GET', path)
  assert.deepEqual([seen.status, seen.body['total']], [200, { amount: 2 * 1_490 + 590, currency: 'EUR' }])
  const held = await scene.house.database.row(sql<{ n: bigint }>`SELECT count(*) AS n FROM inventory.reservation`)
  assert.equal(held?.n, 0n, 'a draft promises nothing')

  const cheaper = [{ variantId: scene.shop.variantIds.mug, quantity: 2, unitPrice: 1_000 }]
  const refused: [string, object, string][] = [
    ['a price without words', { lines: cheaper }, 'orders.reason_missing'],
    ['one product twice', { lines: [...cheaper, ...cheaper], priceNote: 'a regular' }, 'orders.line_twice'],
    ['nobody sells there', { address: { ...address, country: 'XX' } }, 'orders.country_not_served'],
  ]
  for (const [title, changes, code] of refused) {
    assert.equal((await ask('PUT', path, { body: wish(changes), version: 1 })).body['code'], code, title)
  }
  const picker = await signedInAs(scene.house, 'picker')
  assert.equal((await ask('PUT', path, { body: wish(), version: 1, as: picker })).body['code'], 'host.not_allowed')
  const saved = await ask('PUT', path, { body: wish({ lines: cheaper, priceNote: 'a regular' }), version: 1 })
  assert.equal(saved.body['version'], 2, JSON.stringify(saved.body))
  assert.equal((await ask('PUT', path, { body: wish(), version: 1 })).body['code'], 'host.version_conflict')
  // Who may not say prices goes on with those that others said: more pieces, another note; no other price, and none less.
  const asAgent = async (lines: DraftWish['lines'], version: number) => {
    const next = { ...wish(), lines, priceNote: 'a regular' }
    const id = String(made.body['id'])
    const put = await scene.house.run((ctx) => putDraft(ctx, { id, version, wish: next, mayPrice: false }))
    return put.ok ? put.value.version : put.refusal.code
  }
  const [said] = cheaper
  const { unitPrice: _, ...usual } = said!
  assert.equal(await asAgent([{ ...said!, unitPrice: 999 }], 2), 'host.not_allowed')
  assert.equal(await asAgent([usual], 2), 'host.not_allowed')
  assert.equal(await asAgent([{ ...said!, quantity: 3 }], 2), 3)
  assert.equal(await asAgent(cheaper, 3), 4)

  const accepted = (amount: number) => ({ body: { acceptedTotal: { amount, currency: 'EUR' } } })
  assert.equal((await ask('POST', `${path}/order`, accepted(2_000))).body['code'], 'orders.total_changed')
  const both = await Promise.all([1, 2].map(() => ask('POST', `${path}/order`, accepted(2_590))))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409], JSON.stringify(both))
  const placed = both.find(({ status }) => status === 201)?.body
  const order = { id: String(placed?.['id']), number: String(placed?.['number']), locale: 'it', total: 2_590n }
  const days = (Date.parse(String(placed?.['expiresAt'])) - Date.now()) / 86_400_000
  assert.ok(days > 2.9 && days < 3.1, 'the link may be followed for days')
  assert.equal((await ask('DELETE', path)).body['code'], 'orders.draft_ordered')

  for (let twice = 0; twice < 2; twice++) await scene.house.runJobs(['ask-payment'])
  const mails = await scene.house.asOwner<{ body: string }>(
    'SELECT text_body AS body FROM host.mail WHERE dedup_key = $1',
    [`order-to-pay ${order.id}`],
  )
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.body ?? '', /25,90/)
  await scene.pay(order)
  await scene.returnOf(order)
  assert.equal((await scene.figures(order)).state, 'paid')
  await scene.house.expectNoBreach()
})

test('put away, and what is not there', async () => {
  const made = await ask('POST', '/order-drafts', { body: wish({ email: '', lines: [] }) })
  const path = `/order-drafts/${String(made.body['id'])}`
  assert.equal(
    (await ask('POST', `${path}/order`, { body: { acceptedTotal: { amount: 0, currency: 'EUR' } } })).status,
    422,
  )
  assert.equal((await ask('DELETE', path)).status, 200)
  assert.equal((await ask('GET', path)).body['code'], 'orders.draft_not_found')
  await scene.house.expectNoBreach()
})
