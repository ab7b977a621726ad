import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Payment } from './model.ts'
import { startPaymentProvider } from './start-payment-provider.ts'
import { anOrder, apiKey, cards, openShop, payWith, until, webhookSecret } from './testing/shop.ts'
import type { OpenedSession, Refused, Shop } from './testing/shop.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const euros = (amount: number) => ({ amount: { amount, currency: 'EUR' } })

async function anAuthorised(reference: string): Promise<Payment> {
  const session = await shop.openSession({ reference, capture: 'manual' })
  await payWith(session, cards.approved)
  return shop.payment(session)
}

test('authorise, capture in parts, release the rest, refund in parts; never more than there is', async () => {
  const { id, status } = await anAuthorised('parts')
  assert.equal(status, 'authorised')
  const act = async (step: string, body?: unknown) => {
    const got = await shop.ask<Payment & { payment?: Payment } & Partial<Refused>>(
      'POST',
      `/v1/payments/${id}/${step}`,
      body,
    )
    const payment = got.body.payment ?? got.body
    return [got.status, got.body.error?.code ?? payment.status, payment.captured, payment.refunded]
  }
  assert.deepEqual(await act('refunds', euros(1)), [409, 'payment_not_refundable', undefined, undefined])
  assert.deepEqual(await act('captures', euros(5991)), [422, 'amount_too_large', undefined, undefined])
  assert.deepEqual(await act('captures', { amount: { amount: 1, currency: 'USD' } }), [
    422,
    'currency_mismatch',
    undefined,
    undefined,
  ])
  assert.deepEqual(await act('captures', { ...euros(2000), reference: 'parcel 1' }), [
    201,
    'partially_captured',
    2000,
    0,
  ])
  assert.deepEqual(await act('captures', euros(3000)), [201, 'partially_captured', 5000, 0])
  assert.deepEqual(await act('void'), [200, 'captured', 5000, 0])
  assert.deepEqual(await act('void'), [409, 'payment_not_voidable', undefined, undefined])
  assert.deepEqual(await act('captures', euros(1)), [409, 'payment_not_capturable', undefined, undefined])
  assert.deepEqual(await act('refunds', euros(5001)), [422, 'amount_too_large', undefined, undefined])
  assert.deepEqual(await act('refunds', { ...euros(1500), reference: 'return 1' }), [
    201,
    'partially_refunded',
    5000,
    1500,
  ])
  assert.deepEqual(await act('refunds', euros(3500)), [201, 'refunded', 5000, 5000])
  assert.deepEqual(await act('refunds', euros(1)), [409, 'payment_not_refundable', undefined, undefined])

  const { body } = await shop.ask<Payment>('GET', `/v1/payments/${id}`)
  assert.deepEqual(
    body.captures.map(({ amount, reference }) => [amount, reference]),
    [
      [2000, 'parcel 1'],
      [3000, null],
    ],
  )
  assert.deepEqual(
    body.refunds.map(({ amount, reference, status: how }) => [amount, reference, how]),
    [
      [1500, 'return 1', 'succeeded'],
      [3500, null, 'succeeded'],
    ],
  )
  await until('six events', () => shop.ear.heard.filter((each) => each.data.session.reference === 'parts').length === 6)
  const heard = shop.ear.heard.filter((each) => each.data.session.reference === 'parts')
  assert.ok(heard.every((each) => each.genuine))
  assert.deepEqual(
    heard.map((each) => each.type),
    [
      'payment.authorised',
      'payment.captured',
      'payment.captured',
      'payment.voided',
      'refund.succeeded',
      'refund.succeeded',
    ],
  )
  assert.equal(heard[4]?.data.refund?.amount, 1500)
})

test('twenty refunds at once give back no more than was captured', async () => {
  const { id } = await anAuthorised('race')
  await shop.ask('POST', `/v1/payments/${id}/captures`, euros(5990))
  const got = await Promise.all(
    Array.from({ length: 20 }, () => shop.ask('POST', `/v1/payments/${id}/refunds`, euros(1000))),
  )
  assert.equal(got.filter((each) => each.status === 201).length, 5)
  assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.refunded, 5000)
})

test('the same key and body give the same answer; another body is refused; refusals are kept too', async () => {
  const { id } = await anAuthorised('keys')
  const capture = (body: unknown, key: string) =>
    shop.ask<Refused>('POST', `/v1/payments/${id}/captures`, body, { 'idempotency-key': key })
  const [first, second] = await Promise.all([capture(euros(1000), 'k1'), capture(euros(1000), 'k1')])
  assert.equal(first.status, 201)
  assert.deepEqual(second.body, first.body)
  assert.deepEqual([first, second].map((each) => each.headers.get('idempotent-replayed')).toSorted(), [null, 'true'])
  const other = await capture(euros(1001), 'k1')
  assert.deepEqual([other.status, other.body.error.code], [409, 'idempotency_key_reused'])
  const elsewhere = await shop.ask('POST', `/v1/payments/${id}/refunds`, euros(1000), { 'idempotency-key': 'k1' })
  assert.equal(elsewhere.status, 409)
  assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.captured, 1000)

  assert.equal((await capture(euros(9000), 'k2')).status, 422)
  assert.equal((await capture(euros(9000), 'k2')).headers.get('idempotent-replayed'), 'true')
  assert.equal((await capture({ amount: 'much' }, 'k3')).status, 400)
  assert.equal((await capture(euros(10), 'k3')).status, 201, 'what was malformed is not kept')
})

test('what is wrong with a request is said with its status and code', async () => {
  const { id } = await anAuthorised('refusals')
  const table: [string, string, unknown, Record<string, string>, number, string][] = [
    ['GET', `/v1/payments/${id}`, undefined, { authorization: 'Bearer sk_wrong' }, 401, 'unauthorised'],
    ['GET', '/v1/payments/dpp_none', undefined, {}, 404, 'payment_not_found'],
    ['GET', '/v1/sessions/dps_none', undefined, {}, 404, 'session_not_found'],
    ['GET', '/v1/nothing', undefined, {}, 404, 'not_found'],
    ['DELETE', '/v1/sessions', undefined, {}, 405, 'method_not_allowed'],
    ['GET', '/v1/payments', undefined, {}, 400, 'invalid_request'],
    ['GET', '/v1/payments?since=yesterday', undefined, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, ammount: 1 }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, amount: { amount: 19.99, currency: 'EUR' } }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, amount: { amount: 0, currency: 'EUR' } }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, amount: { amount: 1, currency: 'XXZ' } }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, returnUrl: 'javascript:alert(1)' }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', { ...anOrder, locale: 'no locale' }, {}, 400, 'invalid_request'],
    ['POST', '/v1/sessions', anOrder, { 'idempotency-key': 'a b' }, 400, 'invalid_request'],
    ['POST', `/v1/payments/${id}/captures`, { amount: 10 }, {}, 400, 'invalid_request'],
    ['POST', '/v1/faults', { match: { operation: 'capture' }, fault: 'drop' }, {}, 422, 'impossible_fault'],
    ['POST', '/v1/sessions', { ...anOrder, description: 'x'.repeat(600_000) }, {}, 413, 'too_large'],
  ]
  for (const [method, path, body, headers, status, code] of table) {
    const got = await shop.ask<Refused>(method, path, body, headers)
    assert.deepEqual([got.status, got.body.error.code], [status, code], `${method} ${path} ${code}`)
  }
  assert.equal((await shop.ask<Payment>('GET', `/v1/payments/${id}`)).body.captured, 0)
})

test('a session can be closed by the shop, but not after it was paid', async () => {
  const session = await shop.openSession({ reference: 'closing' })
  const closed = await shop.ask<OpenedSession>('POST', `/v1/sessions/${session.id}/expire`)
  assert.deepEqual([closed.status, closed.body.status], [200, 'expired'])
  assert.equal((await payWith(session, cards.approved)).status, 410)
  const paid = await shop.openSession({ reference: 'closing' })
  await payWith(paid, cards.approved)
  const refused = await shop.ask<Refused>('POST', `/v1/sessions/${paid.id}/expire`)
  assert.deepEqual([refused.status, refused.body.error.code], [409, 'session_completed'])
})

test('reconciliation finds everything that changed since an instant, page by page', async () => {
  const since = new Date().toISOString()
  const sessions = await Promise.all(
    Array.from({ length: 130 }, (_, n) => shop.openSession({ reference: `recon-${n}` })),
  )
  await Promise.all(sessions.map((session) => payWith(session, cards.approved)))
  const found: string[] = []
  let after: string | null = ''
  let pages = 0
  while (after !== null) {
    const query = new URLSearchParams({ since, ...(after === '' ? {} : { after }) })
    const page = await shop.ask<{ data: Payment[]; next: string | null }>('GET', `/v1/payments?${query}`)
    found.push(...page.body.data.map((each) => each.reference))
    after = page.body.next
    pages += 1
  }
  assert.equal(pages, 2)
  assert.deepEqual(found.toSorted(), sessions.map((each) => each.reference).toSorted())
})

test('it stays on this machine, and out of production', async () => {
  assert.match(shop.provider.url, /^http:\/\/127\.0\.0\.1:\d+$/)
  process.env['NODE_ENV'] = 'production'
  try {
    await assert.rejects(startPaymentProvider({ apiKey, webhookSecret }), /refuses to start with NODE_ENV=production/)
  } finally {
    delete process.env['NODE_ENV']
  }
  await assert.rejects(startPaymentProvider({ apiKey, webhookSecret: 'whsec_c2hvcnQ=' }), /24 to 64 bytes/)
})
