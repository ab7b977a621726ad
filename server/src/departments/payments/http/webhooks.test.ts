import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { before, test } from 'node:test'
import { openPaymentScene, devpayKeys, type PaymentScene, type PlacedToPay } from '../../../testing/payment-scene.ts'

let scene: PaymentScene
before(async () => {
  scene = await openPaymentScene({ webhooks: false })
})

interface Sent {
  id: string
  body: string
  secret?: string
  ageSeconds?: number
  signature?: string
}

function send({ id, body, secret = devpayKeys.webhookSecret, ageSeconds = 0, signature }: Sent): Promise<Response> {
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signed = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return fetch(`${scene.url}/api/payments/webhooks/devpay`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature ?? `v1,${signed}`,
    },
    body,
  })
}

const about = (reference: string, type = 'payment.captured') =>
  JSON.stringify({ type, data: { payment: { reference } } })

async function referenceOf(order: PlacedToPay): Promise<string> {
  const [row] = await scene.house.asOwner<{ reference: string }>(
    'SELECT reference FROM payments.payment WHERE order_id = $1 AND NOT surplus',
    [order.id],
  )
  return row?.reference ?? ''
}

const kept = async () =>
  Number((await scene.house.asOwner<{ n: string }>('SELECT count(*) AS n FROM payments.webhook_in'))[0]?.n)
const jobs = async () =>
  Number(
    (
      await scene.house.asOwner<{ n: string }>(
        `SELECT count(*) AS n FROM host.job WHERE kind = 'process-provider-event'`,
      )
    )[0]?.n,
  )

test('forged, stale or unreadable: refused, and nothing is written', async () => {
  const before = [await kept(), await jobs()]
  const other = `whsec_${Buffer.from('another secret of thirty-two b..').toString('base64')}`
  const body = about('01900000-0000-7000-8000-000000000000')
  const cases: [string, Sent, number, string][] = [
    ['another secret', { id: 'e1', body, secret: other }, 401, 'payments.webhook_forged'],
    [
      'a signature of another body',
      { id: 'e1', body, signature: `v1,${Buffer.alloc(32).toString('base64')}` },
      401,
      'payments.webhook_forged',
    ],
    ['an unknown scheme', { id: 'e1', body, signature: 'v2,abc' }, 401, 'payments.webhook_forged'],
    ['no signature', { id: 'e1', body, signature: ' ' }, 401, 'payments.webhook_forged'],
    ['six minutes old', { id: 'e1', body, ageSeconds: 360 }, 401, 'payments.webhook_stale'],
    ['from the future', { id: 'e1', body, ageSeconds: -360 }, 401, 'payments.webhook_stale'],
    ['no JSON', { id: 'e1', body: 'money!' }, 400, 'payments.webhook_unreadable'],
    ['no type', { id: 'e1', body: '{}' }, 400, 'payments.webhook_unreadable'],
  ]
  for (const [name, sent, status, code] of cases) {
    const answer = await send(sent)
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [status, code], name)
  }
  assert.deepEqual([await kept(), await jobs()], before)
})

test('an unknown provider is not found', async () => {
  const answer = await fetch(`${scene.url}/api/payments/webhooks/nobody`, { method: 'POST', body: '{}' })
  assert.equal(answer.status, 404)
})

test('bytes are what is signed: odd spacing and any content type hold', async () => {
  const id = 'evt-spaces'
  const body = ' { "type" : "x.y" ,\n "data" : {} } '
  assert.equal((await send({ id, body })).status, 204)
  await scene.work()
  const rows = await scene.house.asOwner(
    'SELECT effective, processed_at IS NOT NULL AS done FROM payments.webhook_in WHERE event_id = $1',
    [id],
  )
  assert.deepEqual(rows, [{ effective: false, done: true }])
})

test('events of many payments, tripled and shuffled: the state of the run in order, each effective once at most', async () => {
  const orders: PlacedToPay[] = []
  for (let index = 0; index < 12; index++) orders.push(await scene.order({ mug: 1 + (index % 3) }))
  const events: { id: string; body: string }[] = []
  for (const order of orders) {
    await scene.pay(order)
    const reference = await referenceOf(order)
    for (const type of ['payment.authorised', 'payment.captured'])
      events.push({ id: `${type}-${reference}`, body: about(reference, type) })
  }
  const shuffled = [...events, ...events, ...events].toSorted(() => Math.random() - 0.5)
  const answers = await Promise.all(shuffled.map(send))
  assert.ok(answers.every((answer) => answer.status === 204))
  await Promise.all([scene.work(), ...orders.map((order) => scene.returnOf(order))])
  await scene.work()
  for (const order of orders) {
    const figures = await scene.figures(order)
    assert.deepEqual(
      [figures.state, figures.captured, figures.captures, figures.captureEntries, figures.sales, figures.confirmations],
      ['paid', order.total, 1n, 1n, 1n, 1n],
    )
  }
  const [{ n } = { n: '' }] = await scene.house.asOwner<{ n: string }>(
    `SELECT count(*) AS n FROM payments.webhook_in WHERE processed_at IS NULL`,
  )
  assert.equal(n, '0')
  await scene.house.expectNoBreach()
})

test('an event that cannot be looked into is tried again, and buried at its last try', async () => {
  const order = await scene.order()
  await scene.pay(order)
  const reference = await referenceOf(order)
  const id = `away-${reference}`
  await scene.fault({ match: { operation: 'get', reference }, fault: 'error_500_before', times: 2 })
  assert.equal((await send({ id, body: about(reference) })).status, 204)
  await assert.rejects(scene.house.runJobs(['process-provider-event']), { name: 'Outage' })
  await scene.house.asOwner(
    `UPDATE host.job SET attempts = 11 WHERE kind = 'process-provider-event' AND state = 'ready'`,
  )
  await assert.rejects(scene.house.runJobs(['process-provider-event']), { name: 'Outage' })
  const rows = () =>
    scene.house.asOwner('SELECT dead, processed_at IS NOT NULL AS done FROM payments.webhook_in WHERE event_id = $1', [
      id,
    ])
  assert.deepEqual(await rows(), [{ dead: true, done: false }])
  await scene.reconcile()
  assert.equal((await scene.figures(order)).state, 'paid', 'the reconciler needs no event')
  await scene.work()
  assert.deepEqual(await rows(), [{ dead: false, done: true }], 'replayed, it is done')
})
