import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cards, hiddenFields, openShop, payWith, show, submit, until } from './testing/shop.ts'
import type { Shop } from './testing/shop.ts'

let shop: Shop
before(async () => {
  shop = await openShop()
})
after(() => shop.close())

const returned = (id: string): string => `http://shop.invalid/checkout/return?basket=7&session=${id}`

test('a card that is good leads back to the shop, paid and captured, and both are told', async () => {
  const session = await shop.openSession({ reference: 'good' })
  assert.equal(session.status, 'open')
  assert.equal(session.paymentId, null)
  const paid = await payWith(session, cards.approved)
  assert.equal(paid.status, 303)
  assert.equal(paid.location, returned(session.id))

  const payment = await shop.payment(session)
  assert.equal(payment.status, 'captured')
  assert.deepEqual([payment.amount, payment.authorised, payment.captured, payment.refunded], [5990, 5990, 5990, 0])
  assert.deepEqual(payment.card, { brand: 'visa', last4: '4242' })
  await until('two events', () => shop.ear.heard.filter((each) => each.data.session.id === session.id).length === 2)
  const heard = shop.ear.heard.filter((each) => each.data.session.id === session.id)
  assert.deepEqual(
    heard.map((each) => [each.type, each.data.payment?.captured, each.genuine]),
    [
      ['payment.authorised', 0, true],
      ['payment.captured', 5990, true],
    ],
  )
})

test('a declined card is told plainly, costs nothing, and another card may be tried', async () => {
  const session = await shop.openSession({ reference: 'second-card' })
  const declined = await payWith(session, cards.declined)
  assert.equal(declined.status, 402)
  assert.match(declined.html, /role="alert"[^]*The bank declined this card\.[^]*You have not been charged\./)
  const poor = await payWith(session, cards.poor)
  assert.match(poor.html, /not enough money on this card/)
  assert.equal((await payWith(session, cards.approved)).status, 303)

  const { body } = await shop.ask<{ data: { status: string; captured: number }[] }>(
    'GET',
    '/v1/payments?reference=second-card',
  )
  assert.deepEqual(
    body.data.map(({ status, captured }) => [status, captured]),
    [
      ['declined', 0],
      ['declined', 0],
      ['captured', 5990],
    ],
  )
})

test('3-D Secure asks the bank first: confirmed pays, refused does not', async () => {
  const session = await shop.openSession({ reference: 'secure' })
  const sent = await payWith(session, cards.secure)
  assert.equal(sent.location, `/pay/${session.id}/challenge`)
  assert.deepEqual((await shop.ask<{ data: unknown[] }>('GET', '/v1/payments?reference=secure')).body.data, [])

  const step = new URL(sent.location ?? '', session.url).href
  const refused = await submit(step, { ...hiddenFields((await show(step)).html), answer: 'refuse' })
  assert.equal(refused.status, 402)
  assert.match(refused.html, /The payment was not confirmed/)

  await payWith(session, cards.secure)
  const page = await show(step)
  assert.match(page.html, /Confirm your payment[^]*€59\.90[^]*•••• 3155/)
  const forged = await submit(step, { token: 'dpt_made_up', answer: 'confirm' })
  assert.equal(forged.status, 200, 'a made up token pays nothing')
  const confirmed = await submit(step, { ...hiddenFields(page.html), answer: 'confirm' })
  assert.equal(confirmed.location, returned(session.id))
  const { status, authenticated } = await shop.payment(session)
  assert.deepEqual([status, authenticated], ['captured', true])
})

test('what was paid is disputed on its page, once, and the bank decides; the list leads there', async () => {
  const session = await shop.openSession({ reference: 'disputed' })
  await payWith(session, cards.approved)
  const press = async (step: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields)
    const { status } = await fetch(`${session.url}/${step}`, { method: 'POST', body, redirect: 'manual' })
    assert.equal(status, 303)
    return shop.payment(session)
  }
  assert.match(await (await fetch(session.url)).text(), /Dispute this payment · €59\.90/)
  await press('dispute', { reason: 'duplicate' })
  const again = await press('dispute', { reason: 'fraudulent' })
  assert.deepEqual(
    again.disputes?.map(({ reason, status, amount }) => [reason, status, amount]),
    [['duplicate', 'needs_response', 5990]],
  )
  const list = await (await fetch(new URL('/payments', session.url), { headers: { 'accept-language': 'it' } })).text()
  assert.ok(list.includes(`/pay/${session.id}`) && list.includes('contestato'))
  await press('verdict', { outcome: 'won' })
  const decided = await press('verdict', { outcome: 'lost' })
  assert.deepEqual(
    decided.disputes?.map(({ status, movements }) => [status, movements.map(({ amount }) => amount)]),
    [['won', [-5990, 5990]]],
  )
  await until(
    'two events of the dispute',
    () => shop.ear.heard.filter(({ type }) => type.startsWith('dispute.')).length === 2,
  )
})

test('pressing the button twice pays once; the same declined form counts once', async () => {
  const session = await shop.openSession({ reference: 'twice' })
  const form = { ...hiddenFields((await show(session.url)).html), expiry: '12/39', cvc: '123', name: 'Ada' }
  const refused = await Promise.all([1, 2, 3].map(() => submit(session.url, { ...form, number: cards.declined })))
  assert.deepEqual(
    refused.map((each) => each.status),
    [402, 402, 402],
  )
  const paid = await Promise.all([1, 2, 3, 4].map(() => submit(session.url, { ...form, number: cards.approved })))
  assert.ok(paid.every((each) => each.status === 303 && each.location === returned(session.id)))
  const { body } = await shop.ask<{ data: { status: string }[] }>('GET', '/v1/payments?reference=twice')
  assert.deepEqual(
    body.data.map((each) => each.status),
    ['declined', 'captured'],
  )
})

test('what is filled in wrongly is named at its field, and a real number is neither taken nor sent back', async () => {
  const session = await shop.openSession({ reference: 'wrong' })
  const table: [Record<string, string>, string][] = [
    [{ number: '' }, 'Enter the card number.'],
    [{ number: '4242 4242 4242 4241' }, 'wrong digit'],
    [{ number: '5555 5555 5555 4444' }, 'Only the test cards'],
    [{ expiry: '13/39' }, 'Enter the expiry date'],
    [{ expiry: '01/20' }, 'This card has expired'],
    [{ cvc: '12' }, 'Enter the security code'],
    [{ name: ' ' }, 'Enter the name'],
  ]
  for (const [fields, sentence] of table) {
    const got = await payWith(session, fields['number'] ?? cards.approved, fields)
    assert.equal(got.status, 422, sentence)
    assert.ok(got.html.includes(sentence), sentence)
    assert.match(got.html, /aria-invalid="true"/)
    assert.ok(!got.html.includes('5555'))
  }
  assert.deepEqual((await shop.ask<{ data: unknown[] }>('GET', '/v1/payments?reference=wrong')).body.data, [])
})

test('a session that is over says so and takes no card', async () => {
  const cancelled = await shop.openSession({ reference: 'cancelled' })
  const left = await submit(`${cancelled.url}/cancel`, {})
  assert.equal(left.location, `http://shop.invalid/checkout?session=${cancelled.id}`)
  assert.match((await show(cancelled.url)).html, /This payment was cancelled/)
  assert.equal((await payWith(cancelled, cards.approved)).status, 410)

  const expired = await shop.openSession({ reference: 'expired', expiresInSeconds: 1 })
  await until('session.expired', () => shop.ear.heard.some((each) => each.data.session.id === expired.id))
  const tooLate = await payWith(expired, cards.approved)
  assert.equal(tooLate.status, 410)
  assert.match(tooLate.html, /This payment page has expired/)

  const paid = await shop.openSession({ reference: 'paid' })
  await payWith(paid, cards.approved)
  assert.match((await show(paid.url)).html, /This payment has been made/)
  assert.equal((await show(`${shop.provider.url}/pay/dps_unknown`)).status, 404)
  const none = await shop.ask<{ data: { reference: string }[] }>('GET', '/v1/payments?reference=cancelled')
  assert.deepEqual(none.body.data, [])
})

test('ten refused cards close the session', async () => {
  const session = await shop.openSession({ reference: 'guessing' })
  for (let tries = 1; tries < 10; tries += 1) assert.equal((await payWith(session, cards.declined)).status, 402)
  assert.equal((await payWith(session, cards.declined)).status, 410)
  assert.equal((await payWith(session, cards.approved)).status, 410)
})

test('the page speaks four languages, is not kept, runs no script, and escapes what the shop sent', async () => {
  const amounts = { 'en-GB': '€59.90', 'it-IT': '59,90 €', 'es-ES': '59,90 €', 'id-ID': '€59,90', 'de-DE': '€59.90' }
  const titles = {
    'en-GB': 'Pay by card',
    'it-IT': 'Paga con carta',
    'es-ES': 'Pagar con tarjeta',
    'id-ID': 'Bayar dengan kartu',
    'de-DE': 'Pay by card',
  }
  for (const [locale, amount] of Object.entries(amounts)) {
    const page = await show((await shop.openSession({ locale })).url)
    const text = page.html.replaceAll(/\u00A0/g, ' ')
    assert.ok(text.includes(amount), `${locale}: ${amount}`)
    assert.ok(text.includes(titles[locale as keyof typeof titles]), locale)
    assert.ok(text.includes(`<html lang="${locale === 'de-DE' ? 'en' : locale.slice(0, 2)}">`))
    assert.ok(text.includes('Espresso cup &quot;Riva&quot; &lt;blue&gt;'))
    assert.doesNotMatch(text, /<script|style=|\son\w+=/)
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'.*form-action 'self' http:\/\/shop\.invalid;.*frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(page.headers.get('cache-control'), 'no-store')
  }
  const dinars = await shop.openSession({ amount: { amount: 199_999, currency: 'RSD' }, lines: [] })
  assert.match((await show(dinars.url)).html, /RSD\s1,999\.99/, 'decimals follow ISO 4217')
})
