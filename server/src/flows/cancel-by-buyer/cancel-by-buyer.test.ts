/** Orders called off by who bought them, on the pages of the shop and by the API of the order's link. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { signLink } from '../../host/auth/links.ts'
import { sql } from '../../host/database/sql.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'
import { must, type Good } from '../../testing/scene.ts'
import { packOrder } from '../../departments/fulfilment/index.ts'
import { publishPolicy, saveDraft, type PolicyRules } from '../../departments/legal/index.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene()
})

async function paid(wishes?: Partial<Record<Good, number>>): Promise<PlacedToPay> {
  const order = await scene.order(wishes)
  await scene.pay(order)
  await scene.returnOf(order)
  return order
}

const linkOf = ({ id }: PlacedToPay) => signLink(scene.house.linkKey, 'order', id)
const pack = (order: PlacedToPay, ship = false) =>
  scene.house.run((ctx) => packOrder(ctx, { orderId: order.id, lines: [{ position: 0, quantity: 1 }], ship }))

async function post(order: PlacedToPay, path: string, fields: [string, string][]) {
  const answer = await fetch(`${scene.url}/en/orders/${linkOf(order)}/cancellation${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() }
}

async function page(order: PlacedToPay, path = '') {
  return (await fetch(`${scene.url}/en/orders/${linkOf(order)}${path}`)).text()
}

async function api(order: PlacedToPay, body?: unknown) {
  const answer = await fetch(`${scene.url}/api/order-links/${linkOf(order)}/cancellation`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const reserved = async (order: PlacedToPay) =>
  (
    await scene.house.database.rows(sql<{ n: bigint }>`
      SELECT sum(quantity)::bigint AS n FROM inventory.reservation WHERE order_id = ${order.id} AND ended_at IS NULL`)
  )[0]?.n ?? 0n

async function mailsOf(order: PlacedToPay, kind: string) {
  await scene.house.runJobs(['tell-cancellation', 'tell-order-changes'])
  return scene.house.asOwner<{ body: string }>(
    "SELECT text_body AS body FROM host.mail WHERE ref = $1 AND dedup_key LIKE $2 || ' %'",
    [order.id, kind],
  )
}

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('no version')

test('whole, in two steps: the first changes nothing, the second gives every cent back and mails the receipt', async () => {
  const order = await paid()
  assert.ok((await page(order)).includes(`/orders/${linkOf(order)}/cancellation`), 'the way to it')
  const version = versionIn(await page(order, '/cancellation'))
  const fields: [string, string][] = [
    ['version', version],
    ['scope', 'whole'],
    ['reason', 'Bought <b>twice</b>'],
  ]
  const review = await post(order, '', fields)
  assert.equal(review.status, 200)
  assert.ok(review.body.includes('Bought &lt;b&gt;twice') && review.body.includes('€57.70'), 'what goes back')
  assert.equal((await scene.figures(order)).state, 'paid')
  const answers = await Promise.all([1, 2].map(() => post(order, '/confirmation', fields)))
  for (const { location } of answers) assert.match(location, /cancelled=whole$/, 'also of the second click')
  await scene.work()
  const { state, refunded, refunds } = await scene.figures(order)
  assert.deepEqual([state, refunded, refunds, await reserved(order)], ['cancelled', order.total, 1n, 0n])
  const mails = await mailsOf(order, 'order-cancelled')
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.body ?? '', /hai annullato[^]*Bought <b>twice<\/b>[^]*57,70/)
  const [row] = await scene.house.asOwner<{ actor: string; reason: string }>(
    'SELECT actor, reason FROM orders.cancellation WHERE order_id = $1',
    [order.id],
  )
  assert.deepEqual(row, { actor: 'guest', reason: 'Bought <b>twice</b>' })
  assert.match(await page(order, '?cancelled=whole'), /The receipt of it is on its way/)
  assert.equal((await post(order, '/confirmation', fields)).status, 303, 'over: back to its page')
  await scene.house.expectNoBreach()
})

test('one line: the rest stays, its share goes back; every line is the whole order', async () => {
  const order = await paid({ mug: 2, book: 1 })
  const version = versionIn(await page(order, '/cancellation'))
  const chosen: [string, string][] = [
    ['version', version],
    ['scope', 'part'],
    ['line', '1'],
  ]
  assert.equal((await post(order, '', chosen.slice(0, 2))).status, 422, 'none chosen')
  assert.match((await post(order, '', chosen)).body, /€35\.70[^]*€22\.00/)
  assert.match((await post(order, '/confirmation', chosen)).location, /cancelled=part$/)
  await scene.work()
  const { state, refunded } = await scene.figures(order)
  assert.deepEqual([state, refunded, await reserved(order)], ['paid', 2_200n, 2n])
  assert.equal((await mailsOf(order, 'order-changed')).length, 1)
  const stale = await post(order, '/confirmation', [
    ['version', version],
    ['scope', 'whole'],
  ])
  assert.equal(stale.status, 409, 'somebody changed it meanwhile')
  const seen = await api(order)
  assert.deepEqual([seen.body['refusedBy'], seen.body['until']], [null, 'packing'])
  const all = await api(order, { version: seen.body['version'], lines: [0] })
  assert.deepEqual([all.status, all.body], [200, { whole: true, back: { amount: 3_570, currency: 'EUR' } }])
  await scene.work()
  assert.equal((await scene.figures(order)).refunded, order.total)
  await scene.house.expectNoBreach()
})

test('unpaid: nothing is charged, and nobody can pay it any more', async () => {
  const order = await scene.order()
  const pay = await scene.openPage(order)
  const { body } = await api(order)
  assert.equal((await api(order, { version: body['version'] })).status, 200)
  assert.notEqual(await scene.payAt(pay), 303)
  assert.match((await mailsOf(order, 'order-cancelled'))[0]?.body ?? '', /non viene addebitato nulla/)
})

test('packed meanwhile: refused with why and what else there is, also behind the lock; nothing changed', async () => {
  const order = await paid({ mug: 2, book: 1 })
  const { body } = await api(order)
  must(await pack(order))
  assert.match(await page(order), /We pack your order with care/, 'packed is not sent')
  const refused = await api(order, { version: body['version'] })
  assert.deepEqual([refused.status, refused.body['code']], [409, 'orders.buyer_cannot_cancel'])
  assert.match((await post(order, '', [['scope', 'whole']])).body, /already packed/)
  assert.match(await page(order, '/cancellation'), /already packed/)
  const view = await api(order)
  assert.deepEqual(
    (view.body['lines'] as { refusedBy: string | null }[]).map(({ refusedBy }) => refusedBy),
    ['orders.buyer_cannot_cancel', null],
    'what lies in no parcel is still theirs to cancel',
  )
  assert.deepEqual([(await scene.figures(order)).state, await reserved(order)], ['paid', 3n])
})

test('once all of it has left, its page says no more that it will be packed', async () => {
  const order = await paid({ mug: 1 })
  must(await pack(order, true))
  assert.match(await page(order), /We pack your order with care/, 'staff may still take it back')
  await scene.house.asOwner(`UPDATE host.job SET run_at = now() WHERE kind = 'parcel-left'`)
  await scene.house.runJobs(['parcel-left'])
  assert.doesNotMatch(await page(order), /pack your order|start packing/)
})

test('packing and cancelling at once: one of them, whole', async () => {
  for (let round = 0; round < 3; round++) {
    const order = await paid({ mug: 1 })
    const { body } = await api(order)
    const [packed, cancelled] = await Promise.all([pack(order), api(order, { version: body['version'] })])
    assert.notEqual(packed.ok, cancelled.status === 200)
    assert.equal((await scene.figures(order)).state, packed.ok ? 'paid' : 'cancelled')
  }
  await scene.work()
  await scene.house.expectNoBreach()
})

test('the terms decide, and an order keeps those it was sold under', async () => {
  const before = await paid({ mug: 1 })
  await publish({ cancelUntil: 'minutes', cancelMinutes: 30 })
  const order = await paid({ mug: 1 })
  assert.equal((await api(order)).body['refusedBy'], null)
  scene.time.offsetMs += 31 * 60_000
  assert.equal((await api(order)).body['refusedBy'], 'orders.buyer_cannot_cancel')
  assert.match(await page(order), /It cannot be cancelled here any more\.[^]*30 minutes[^]*\/en\/withdraw\?order=/)
  assert.equal((await page(order)).match(/\/en\/withdraw\?order=/g)?.length, 1, 'the right is offered once')
  assert.equal((await api(before)).body['refusedBy'], null, 'sold under no such terms')
})

async function publish(rules: PolicyRules): Promise<void> {
  const { code: market } = (await scene.house.database.row(sql<{ code: string }>`
    SELECT market_code AS code FROM orders.sales_order LIMIT 1`)) ?? { code: '' }
  const key = { market, kind: 'sales' } as const
  const draft = { texts: { en: 'x', it: 'x' }, rules }
  const { version } = must(await scene.house.run((ctx) => saveDraft(ctx, { key, draft, version: undefined })))
  must(await scene.house.run((ctx) => publishPolicy(ctx, { key, version, effectiveAt: undefined })))
}
