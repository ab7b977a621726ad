import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import { slicePath } from '../../../testing/stripe/contract.ts'
import { sliceOf, type StripeDocument } from '../../../testing/stripe/slice.ts'
import {
  signed,
  startStripeLoopback,
  stripeKeys,
  type StripeLoopback,
} from '../../../testing/stripe/stripe-loopback.ts'
import type { NewSession, PaymentProvider } from '../domain/provider.ts'
import { isChargeable, stripeExponentOf } from './stripe-currencies.ts'
import { openStripe } from './stripe.ts'

let stripe: StripeLoopback
let provider: PaymentProvider
const keys = { secretKey: stripeKeys.secretKey, webhookSecrets: [stripeKeys.webhookSecret, 'whsec_before'] }
before(async () => {
  stripe = await startStripeLoopback()
  provider = await openStripe({ ...keys, now: () => new Date(), address: new URL(stripe.url) })
})
after(() => stripe.close())

const wish = (amount = money(5990n, 'EUR'), capture: NewSession['capture'] = 'at_once'): NewSession => ({
  reference: randomUUID(),
  amount,
  capture,
  returnUrl: 'https://shop.example/return',
  cancelUrl: 'https://shop.example/cancel',
  description: 'Bottega · 100001',
  locale: 'en',
})

async function paid(amount?: ReturnType<typeof money>, capture?: NewSession['capture']) {
  const input = wish(amount, capture)
  const session = await provider.createSession(input, input.reference)
  assert.ok(session.ok)
  stripe.desk.pay(session.value.id)
  const known = { reference: input.reference, sessionIds: [session.value.id], paymentIds: [], nameless: false }
  const [payment] = await provider.findPayments(known)
  return payment ?? assert.fail('nothing was paid')
}

const whole = fixture('payments/stripe/spec3-2023-08-16.yaml.gz')
test('the slice is what the whole document says', { skip: whole.skip }, () => {
  const document = parse(gunzipSync(readFileSync(whole.path)).toString('utf8')) as StripeDocument
  assert.deepEqual(JSON.parse(readFileSync(slicePath, 'utf8')), sliceOf(document))
})

test('the stand-in refuses what Stripe does not know, and says so', async () => {
  const other = await startStripeLoopback()
  const headers = {
    authorization: `Bearer ${stripeKeys.secretKey}`,
    'stripe-version': '2025-03-31.basil',
    'idempotency-key': 'k',
  }
  const ask = (path: string, body: string) =>
    fetch(other.url + path, { method: 'POST', headers, body: new URLSearchParams(body) }).then(({ status }) => status)
  assert.equal(await ask('/v1/refunds', 'payment_intent=pi_1&amount=much'), 400)
  assert.equal(await ask('/v1/refunds', 'payment_intent=pi_1&colour=red'), 400)
  assert.equal(await ask('/v1/checkout/sessions', 'mode=payment'), 400)
  assert.equal(await ask('/v1/checkout/sessions', 'success_url=https://a.example&mode=gift'), 400)
  assert.equal(await ask('/v1/checkout/sessions', 'success_url=https://a.example&line_items[0][colour]=red'), 400)
  assert.equal(await ask('/v1/gifts', ''), 400)
  assert.equal(other.breaches.length, 6)
  await other.close()
})

for (const [fault, what] of [
  ['crowd', '429'],
  ['conflict', '409'],
] as const) {
  test(`${what} is an outage: nobody knows`, async () => {
    const { id } = await paid()
    stripe.fault('POST /v1/refunds', fault)
    const give = () => provider.refund(id, { amount: money(1n, 'EUR'), reference: 'r' }, `refund:${id}`)
    await assert.rejects(give(), { name: 'Outage' })
    assert.equal((await give()).ok, true)
  })
}

test('a key that is not taken is an outage, too: it must be mended before anybody knows more', async () => {
  const stranger = await openStripe({
    ...keys,
    secretKey: 'sk_live_wrong',
    now: () => new Date(),
    address: new URL(stripe.url),
  })
  assert.deepEqual([stranger.demoOnly, provider.demoOnly], [false, true])
  await assert.rejects(stranger.checkConnection(), { name: 'Outage' })
  assert.deepEqual(await provider.checkConnection(), { ok: true, value: undefined })
})

test('in parts only where it was asked for and the card lets it; nobody else’s capture is taken for a part of ours', async () => {
  const inParts = async (asked: boolean, allowed: boolean) => {
    stripe.desk.multicapture = allowed
    const input = { ...wish(undefined, 'on_shipment'), inParts: asked }
    const session = await provider.createSession(input, input.reference)
    assert.ok(session.ok)
    stripe.desk.pay(session.value.id)
    stripe.desk.multicapture = true
    const known = { reference: input.reference, sessionIds: [session.value.id], paymentIds: [], nameless: false }
    return (await provider.findPayments(known))[0] ?? assert.fail('nothing was paid')
  }
  assert.equal((await inParts(false, true)).capturesInParts, false)
  assert.equal((await inParts(true, false)).capturesInParts, false)
  const { id, capturesInParts } = await inParts(true, true)
  assert.equal(capturesInParts, true)
  // At Stripe's own desk, past the shop.
  stripe.desk.act('post /v1/payment_intents/{intent}/capture', [id], {
    amount_to_capture: '90',
    final_capture: 'false',
  })
  const reference = randomUUID()
  const part = { amount: money(900n, 'EUR'), reference, last: false, wantedAt: new Date(1_700_000_000_000) }
  const taken = await provider.capture(id, part, `capture:${reference}`)
  assert.ok(taken.ok)
  assert.deepEqual(
    taken.value.captures.map(({ reference: ours, amount, at }) => [ours, amount, ours ? at.getTime() : null]),
    [
      [reference, 900n, 1_700_000_000_000],
      [null, 90n, null],
    ],
  )
})

test('a card that is declined is a no, with the bank’s word for it', async () => {
  const { id } = await paid(undefined, 'on_shipment')
  stripe.fault('/capture', 'declined')
  const answer = await provider.capture(id, { amount: money(5990n, 'EUR'), reference: 'c' }, `capture:${id}`)
  assert.deepEqual(answer, { ok: false, code: 'card_declined' })
})

test('the same key for something else is no answer: the first was done', async () => {
  const { id } = await paid()
  const give = (cents: bigint) => provider.refund(id, { amount: money(cents, 'EUR'), reference: 'r' }, `twice:${id}`)
  assert.equal((await give(1n)).ok, true)
  await assert.rejects(give(2n), { name: 'Outage' })
})

test('a refund that takes its time is pending; one that comes home failed', async () => {
  const { id } = await paid()
  stripe.desk.twist = 'pending_refund'
  const give = (reference: string) =>
    provider.refund(id, { amount: money(100n, 'EUR'), reference }, `refund:${id}:${reference}`)
  const states = async () => {
    const payment = await provider.getPayment(id)
    return payment.ok ? payment.value.refunds.map(({ reference, state }) => `${reference} ${state}`).toSorted() : []
  }
  assert.equal((await give('slow')).ok, true)
  stripe.desk.twist = 'failed_refund'
  assert.equal((await give('never')).ok, true)
  await give('done')
  assert.deepEqual(await states(), ['done succeeded', 'never failed', 'slow pending'])
  const done = stripe.desk.refundsOf(id).find(({ status }) => status === 'succeeded')
  stripe.desk.failRefund(done?.id ?? '')
  assert.deepEqual(await states(), ['done failed', 'never failed', 'slow pending'])
})

test('what the bank let go of is nobody’s: released, with a time, and nothing can be taken', async () => {
  const held = await paid(undefined, 'on_shipment')
  const days = ((held.captureBefore?.getTime() ?? 0) - held.createdAt.getTime()) / 86_400_000
  assert.equal(days, 7)
  stripe.desk.letGo(held.id)
  const gone = await provider.getPayment(held.id)
  assert.ok(gone.ok)
  assert.deepEqual([gone.value.released, gone.value.captureBefore], [5990n, null])
})

for (const [told, known] of [
  [null, 'not_asked'],
  ['authenticated', 'confirmed'],
  ['attempt_acknowledged', 'attempted'],
  ['exempted', 'exempted'],
  ['failed', 'failed'],
  ['something_new', null],
] as const) {
  test(`3-D Secure: ${told ?? 'nothing'} is ${known ?? 'not known'}`, async () => {
    stripe.desk.secure = told
    const { authentication } = await paid()
    stripe.desk.secure = null
    assert.equal(authentication, known)
  })
}

test('payments of others on the same account are passed over', async () => {
  const before_ = await provider.listPaymentsSince(new Date(Date.now() - 60_000), null)
  const mine = await paid()
  const intent = stripe.desk.intents.get(mine.id)
  assert.ok(intent)
  stripe.desk.intents.set(mine.id, { ...intent, metadata: {} })
  const later = await provider.listPaymentsSince(new Date(Date.now() - 60_000), null)
  assert.deepEqual(new Set(later.payments.map(({ id }) => id)), new Set(before_.payments.map(({ id }) => id)))
})

test('a span with more events than can be read at once is read in halves, none left out', async () => {
  const time = { now: Date.now() - 86_400_000 }
  const busy = await startStripeLoopback(() => new Date(time.now))
  const reader = await openStripe({ ...keys, now: () => new Date(time.now), address: new URL(busy.url) })
  const input = wish()
  const session = await reader.createSession(input, 'k')
  assert.ok(session.ok)
  busy.desk.pay(session.value.id)
  const since = new Date(time.now - 1000)
  const [first] = busy.desk.events.filter(({ type }) => type === 'payment_intent.succeeded')
  assert.ok(first)
  // Of somebody else on the same account: 2,500 in the second half of a day.
  for (let n = 0; n < 2500; n++) {
    const created = first.created + 43_200 + n * 10
    busy.desk.events.push({ id: `evt_other_${n}`, type: 'charge.captured', created, object: { object: 'charge' } })
  }
  time.now += 86_400_000
  const page = await reader.listPaymentsSince(since, null)
  assert.deepEqual(
    page.payments.map(({ reference }) => reference),
    [input.reference],
  )
  assert.ok(page.next !== null && page.readTo !== null && page.readTo.getTime() < time.now)
  const rest = await reader.listPaymentsSince(since, page.next)
  assert.deepEqual(rest.payments, [])
  await busy.close()
})

test('while a secret is rolled both are taken, and no third', () => {
  const at = new Date()
  const body = JSON.stringify({
    id: 'evt_1',
    type: 'charge.refunded',
    data: { object: { object: 'charge', payment_intent: 'pi_1' } },
  })
  const read = (secret: string) => {
    const { header } = signed(body, secret, Math.floor(at.getTime() / 1000))
    return provider.verifyWebhook({ body: Buffer.from(body), header: () => header }, at)
  }
  for (const secret of keys.webhookSecrets) {
    assert.deepEqual(read(secret), {
      ok: true,
      value: { id: 'evt_1', type: 'charge.refunded', reference: null, paymentId: 'pi_1' },
    })
  }
  assert.equal(read('whsec_another').ok, false)
})

const units: [string, bigint, number | null][] = [
  ['EUR', 1999n, 1999],
  ['JPY', 500n, 500],
  ['HUF', 100_000n, 100_000],
  ['ISK', 500n, 50_000],
  ['KWD', 5120n, 5120],
  ['KWD', 5124n, null],
  ['MGA', 500n, 5],
  ['MGA', 501n, null],
  ['UGX', 5000n, null],
]
for (const [code, amount, there] of units) {
  test(`${amount} ${code} is ${there ?? 'nothing that Stripe can charge exactly'}`, async () => {
    const currency = currencyCode(code)
    assert.equal(isChargeable(amount, currency), there !== null)
    const input = wish(money(amount, code))
    const session = await provider.createSession(input, input.reference)
    if (there === null) return assert.deepEqual(session, { ok: false, code: 'amount_not_chargeable' })
    assert.ok(stripeExponentOf(currency) >= 0)
    // 5 units are below what Stripe's stand-in takes at all.
    if (!session.ok) return assert.equal(there, 5)
    assert.equal(stripe.desk.sessions.get(session.value.id)?.amount, there)
  })
}

test('nothing that was asked or answered was against the description', () => assert.deepEqual(stripe.breaches, []))
