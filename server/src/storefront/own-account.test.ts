/** An account from the first form to the next purchase, without scripts: registered, forgotten, found again, and known at the checkout. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { createTestServer } from '../testing/create-test-server.ts'
import { openShop } from '../testing/scene.ts'
import { Shopper, wordsOf } from '../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

const PASSWORD = 'seven green lanterns'
const OTHER = 'nine blue gondolas'

let house: TestHouse
let app: FastifyInstance
let now = new Date('2026-11-23T09:00:00Z')

before(async () => {
  house = await createTestHouse({ demo: false, clock: { now: () => now } })
  await openShop(house, { stock: { mug: 30 } })
  app = await createTestServer(house)
})

const mailsTo = (recipient: string) =>
  house.asOwner<{ subject: string; text_body: string }>(
    'SELECT subject, text_body FROM host.mail WHERE recipient = $1 ORDER BY created_at, id',
    [recipient],
  )
/** The page that the last mail leads to. */
const linkIn = async (recipient: string) =>
  /http:\/\/\S+?(\/it\/account\/\S+)/.exec((await mailsTo(recipient)).at(-1)?.text_body ?? '')?.[1] ?? ''
const tokenIn = (link: string) => new URLSearchParams(link.split('?')[1]).get('token') ?? ''
const valueOf = ({ body }: LightMyRequestResponse, name: string) =>
  new RegExp(`name="${name}"[^>]*?\\svalue="([^"]*)"`).exec(body)?.[1]
const later = () => (now = new Date(now.getTime() + 60_000))

async function aMember(email: string): Promise<Shopper> {
  later()
  const shopper = new Shopper(app)
  const asked = await shopper.post('/it/account/registration', { name: 'Lia', email, password: PASSWORD })
  assert.equal(asked.statusCode, 200)
  const link = await linkIn(email)
  const opened = await shopper.post('/it/account/confirmation', { token: tokenIn(link) })
  assert.equal(opened.headers.location, '/it/account')
  return shopper
}

describe('an account', () => {
  test('is asked for by a form that tells everything at once, and keeps what was typed', async () => {
    const shopper = new Shopper(app)
    const empty = await shopper.post('/it/account/registration', { name: ' ', email: 'x', password: '' })
    assert.equal(empty.statusCode, 422)
    for (const field of ['name', 'email', 'password']) assert.match(empty.body, new RegExp(`href="#field-${field}"`))
    const weak = await shopper.post('/it/account/registration', {
      ...{ name: 'Lia', email: 'lia@village.example', password: 'short' },
    })
    assert.equal(weak.statusCode, 422)
    assert.match(weak.body, /href="#field-password"/)
    assert.equal(valueOf(weak, 'email'), 'lia@village.example')
    assert.ok(!weak.body.includes('short'))
  })

  test('to look at the link opens nothing; one button does, once', async () => {
    const email = 'looked@village.example'
    const shopper = new Shopper(app)
    await shopper.post('/it/account/registration', { name: 'Lia', email, password: PASSWORD })
    const link = await linkIn(email)
    for (let look = 0; look < 2; look++) {
      const page = await shopper.get(link)
      assert.deepEqual([page.statusCode, page.headers['referrer-policy']], [200, 'no-referrer'])
      assert.equal(valueOf(page, 'token'), tokenIn(link))
    }
    assert.ok(!shopper.cookies.has('fondaco_customer'))
    assert.equal((await shopper.post('/it/account/confirmation', { token: tokenIn(link) })).statusCode, 303)
    assert.match(wordsOf(await shopper.get('/it/account')), /accesso come Lia/)
    const again = await new Shopper(app).post('/it/account/confirmation', { token: tokenIn(link) })
    assert.equal(again.statusCode, 410)
  })

  test('takes the basket of this browser along, and signing in at the checkout leads back there', async () => {
    await aMember('basket@village.example')
    const shopper = new Shopper(app)
    await shopper.add('mug')
    assert.match((await shopper.get('/it/checkout')).body, /href="\/it\/account\?to=checkout"/)
    assert.equal(valueOf(await shopper.get('/it/account?to=checkout'), 'to'), 'checkout')
    assert.equal(valueOf(await shopper.get('/it/account?to=//evil.example'), 'to'), '')
    const typed = { email: 'basket@village.example', password: PASSWORD }
    assert.equal(
      (await shopper.post('/it/account/session', { ...typed, to: 'checkout' })).headers.location,
      '/it/checkout',
    )
    assert.match(wordsOf(await shopper.get('/it/checkout')), /basket@village\.example/)
  })
})

describe('a forgotten password', () => {
  test('is answered alike for who is known and who is not; only the known get a mail', async () => {
    await aMember('known@village.example')
    const before = (await mailsTo('known@village.example')).length
    const answers = []
    for (const email of ['known@village.example', 'other@village.example']) {
      const answer = await new Shopper(app).post('/it/account/password-link', { email })
      answers.push([answer.statusCode, wordsOf(answer).replaceAll(email, 'EMAIL')])
    }
    assert.deepEqual(answers[0], answers[1])
    assert.equal((await mailsTo('known@village.example')).length, before + 1)
    assert.equal((await mailsTo('other@village.example')).length, 0)
    assert.equal((await new Shopper(app).post('/it/account/password-link', { email: 'x' })).statusCode, 422)
  })

  test('a weak one spends nothing; a good one ends every session, signs in, and is told by mail', async () => {
    const email = 'forgot@village.example'
    const old = await aMember(email)
    later()
    await new Shopper(app).post('/it/account/password-link', { email })
    const link = await linkIn(email)
    const shopper = new Shopper(app)
    assert.equal(valueOf(await shopper.get(link), 'token'), tokenIn(link))
    for (const password of ['short', 'forgot forgot forgot']) {
      const weak = await shopper.post('/it/account/password', { token: tokenIn(link), password })
      assert.equal(weak.statusCode, 422, password)
      assert.equal(valueOf(weak, 'token'), tokenIn(link))
    }
    later()
    const set = await shopper.post('/it/account/password', { token: tokenIn(link), password: OTHER })
    assert.equal(set.headers.location, '/it/account')
    assert.match(wordsOf(await shopper.get('/it/account')), /accesso come Lia/)
    assert.doesNotMatch(wordsOf(await old.get('/it/account')), /accesso come Lia/)
    assert.match((await mailsTo(email)).at(-1)?.subject ?? '', /è cambiata/)
    const again = await new Shopper(app).post('/it/account/password', { token: tokenIn(link), password: OTHER })
    assert.equal(again.statusCode, 410)
    const sign = (password: string) => new Shopper(app).post('/it/account/session', { email, password })
    assert.deepEqual([(await sign(PASSWORD)).statusCode, (await sign(OTHER)).statusCode], [401, 303])
  })

  test('who asks in a loop waits', async () => {
    const shopper = new Shopper(app)
    const codes: number[] = []
    for (let n = 0; n < 30 && !codes.includes(429); n++)
      codes.push((await shopper.post('/it/account/password-link', { email: 'x' })).statusCode)
    assert.equal(codes.at(-1), 429)
    later()
  })
})

describe('at the checkout', () => {
  const typed = {
    ...{
      country: 'IT',
      name: 'Lia Rossi',
      street: 'Calle del Forno 7',
      postcode: '30121',
      city: 'Venezia',
      region: 'VE',
    },
    delivery: 'standard',
  }
  const order = async (shopper: Shopper, more: Record<string, string> = {}) => {
    const page = await shopper.get('/it/checkout')
    const hidden = ['key', 'total', 'currency', 'policies', 'today', 'cards'].map((name) => [
      name,
      valueOf(page, name) ?? '',
    ])
    const email = 'lia@village.example'
    return shopper.post('/it/checkout', { ...Object.fromEntries(hidden), ...typed, email, act: 'order', ...more })
  }

  test('who is signed in types nothing twice: an address that was kept stands there, and another is one press away', async () => {
    const shopper = await aMember('twice@village.example')
    await shopper.add('mug')
    const first = await shopper.get('/it/checkout')
    assert.deepEqual([valueOf(first, 'email'), valueOf(first, 'street')], ['twice@village.example', ''])
    assert.equal((await order(shopper)).statusCode, 303)
    await shopper.add('mug')
    assert.equal(valueOf(await shopper.get('/it/checkout'), 'street'), '', 'nobody asked to keep it')
    for (let time = 0; time < 2; time++) {
      assert.equal((await order(shopper, { keep_address: 'yes' })).statusCode, 303)
      await shopper.add('mug')
    }
    assert.equal((await order(shopper, { street: 'Campo Nuovo 1', keep_address: 'yes' })).statusCode, 303)
    await shopper.add('mug')
    const page = await shopper.get('/it/checkout')
    assert.equal(valueOf(page, 'street'), 'Campo Nuovo 1', 'the latest')
    const kept = [...page.body.matchAll(/name="act" value="address:([\w-]+)"/g)].map(([, id = '']) => id)
    assert.equal(kept.length, 2, 'the same is kept once')
    const chosen = await shopper.post('/it/checkout', {
      ...{ key: valueOf(page, 'key') ?? '', country: 'IT', note: 'Suonare due volte', act: `address:${kept[1]}` },
    })
    assert.equal(valueOf(chosen, 'street'), 'Calle del Forno 7')
    assert.match(chosen.body, /Suonare due volte/)
    await shopper.post(`/it/account/addresses/${kept[1]}/removal`, {})
    assert.doesNotMatch(wordsOf(await shopper.get('/it/account')), /Calle del Forno/)
  })

  test('whose session ended meanwhile is told so, and finds the basket again once signed in', async () => {
    const email = 'ended@village.example'
    const shopper = await aMember(email)
    await shopper.add('mug')
    await shopper.get('/it/checkout')
    shopper.cookies.delete('fondaco_customer')
    const sent = await shopper.post('/it/checkout', { ...typed, email, known: 'yes', key: 'x', act: 'order' })
    assert.equal(sent.headers.location, '/it/account?to=checkout&done=ended')
    assert.match(wordsOf(await shopper.get(String(sent.headers.location))), /la tua sessione è scaduta/)
    await shopper.post('/it/account/session', { email, password: PASSWORD, to: 'checkout' })
    assert.equal((await shopper.get('/it/checkout')).statusCode, 200)
  })

  test('a coupon that is typed and not used yet is used first, and nothing is ordered before its total stands there', async () => {
    const shopper = new Shopper(app)
    await shopper.add('mug')
    const bad = await order(shopper, { coupon: 'NONE-OF-OURS' })
    assert.equal(bad.statusCode >= 400, true)
    assert.match(bad.body, /id="field-coupon-problem"/)
    assert.equal(valueOf(bad, 'coupon'), 'NONE-OF-OURS')
    assert.equal(valueOf(bad, 'street'), typed.street)
    const empty = await order(shopper, { act: 'use:gift_card' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /id="field-gift_card-problem"/)
    assert.equal((await order(shopper)).statusCode, 303, 'without it the order goes through')
  })

  test('nobody gets at an address of somebody else', async () => {
    const owner = await aMember('owner@village.example')
    await owner.add('mug')
    await order(owner, { keep_address: 'yes' })
    await owner.add('mug')
    const id = /value="address:([\w-]+)"/.exec((await owner.get('/it/checkout')).body)?.[1]
    const other = await aMember('stranger@village.example')
    await other.add('mug')
    const page = await other.get('/it/checkout')
    const answer = await other.post('/it/checkout', {
      key: valueOf(page, 'key') ?? '',
      country: 'IT',
      act: `address:${id}`,
    })
    assert.equal(valueOf(answer, 'street'), '')
    await other.post(`/it/account/addresses/${id}/removal`, {})
    assert.match(wordsOf(await owner.get('/it/account')), /Calle del Forno/)
  })
})
