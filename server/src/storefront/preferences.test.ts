/** What somebody may be sent: in their account, by the link of a mail without signing in, and by one click of a mail program (RFC 8058). */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  createPurpose,
  preferencesUrl,
  recordConsents,
  recordCustomer,
  unsubscribeUrl,
} from '../departments/customers/index.ts'
import { openSession } from '../host/auth/sessions.ts'
import { CUSTOMER_COOKIE } from '../host/http/cookies.ts'
import { ok } from '../kernel/result.ts'
import { createTestServer } from '../testing/create-test-server.ts'
import { must, openShop } from '../testing/scene.ts'
import { Shopper, wordsOf } from '../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
before(async () => {
  house = await createTestHouse()
  await openShop(house)
  app = await createTestServer(house)
  const purpose = {
    markets: [],
    askedAt: ['registration' as const, 'account' as const],
    softOptIn: false,
    retired: false,
  }
  await house.run(async (ctx) => {
    const news = { names: { en: 'News', it: 'Novità' }, texts: { en: 'Write to me about news.' } }
    must(
      await createPurpose(ctx, { ...purpose, ...news, code: 'news', channel: 'email', confirmed: true, position: 0 }),
    )
    const calls = { names: { en: 'Calls' }, texts: { en: 'Ring me.' } }
    must(
      await createPurpose(ctx, {
        ...purpose,
        ...calls,
        code: 'calls',
        channel: 'phone',
        confirmed: false,
        position: 1,
      }),
    )
    return ok()
  })
})

async function somebody(email: string): Promise<{ id: string; path: string; cookie: string }> {
  const { id, cookie } = must(
    await house.run(async (ctx) => {
      const id = await recordCustomer(ctx, { email, name: 'Ada', locale: 'en' })
      return ok({ id, cookie: openSession(ctx, { kind: 'customer', id }) })
    }),
  )
  return { id, cookie, path: new URL(preferencesUrl(house, { customerId: id, locale: 'en' })).pathname }
}

const said = async (customerId: string) => {
  const rows = await house.asOwner<{ code: string; act: string; how: string }>(
    `SELECT p.code, r.act, r.how FROM customers.consent_record r JOIN customers.consent c ON c.id = r.consent_id
     JOIN customers.consent_purpose p ON p.id = c.purpose_id WHERE c.customer_id = $1 ORDER BY r.at, p.code, r.number`,
    [customerId],
  )
  return rows.map(({ code, act, how }) => `${code} ${act} ${how}`)
}

describe('by the link of a mail', () => {
  test('they see and change everything, of an address that only they know', async () => {
    const { id, path } = await somebody('ada@village.example')
    const reader = new Shopper(app)
    const page = await reader.get(path)
    assert.match(wordsOf(page), /For a•••@village\.example .*News .*You have not agreed\. I agree/)
    assert.ok(!page.body.includes('ada@'))
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    const done = await reader.post(path, { purpose: 'news', wording: '1', act: 'agree' })
    assert.equal(done.headers.location, `${path}?done=saved`)
    await reader.post(path, { purpose: 'calls', wording: '1', act: 'agree' })
    await reader.post(path, { purpose: 'calls', wording: '1', act: 'agree' })
    assert.match(wordsOf(await reader.get(path)), /You agreed on .* Nothing at all/)
    await reader.post(path, { act: 'none' })
    assert.deepEqual(await said(id), [
      'news given link',
      'calls given link',
      'calls withdrawn link',
      'news withdrawn link',
    ])
  })

  test('what this house did not sign opens nothing, and a wording that never was is refused', async () => {
    const { id, path } = await somebody('forged@village.example')
    const reader = new Shopper(app)
    const broken = `${path.slice(0, -2)}AA`
    assert.equal((await reader.get(broken)).statusCode, 404)
    assert.equal((await reader.post(broken, { purpose: 'news', act: 'agree', wording: '1' })).statusCode, 404)
    const refused = await reader.post(path, { purpose: 'news', act: 'agree', wording: '9' })
    assert.equal(refused.statusCode, 422)
    assert.match(wordsOf(refused), /This wording was never asked/)
    assert.equal((await reader.post(path, { purpose: 'nothing', act: 'stop' })).statusCode, 404)
    assert.deepEqual(await said(id), [])
  })
})

describe('one click', () => {
  test('of a mail program ends it, in either shape of form, without a cookie and without another page', async () => {
    const { id, path } = await somebody('click@village.example')
    await new Shopper(app).post(path, { purpose: 'news', wording: '1', act: 'agree' })
    const button = new URL(unsubscribeUrl(house, { customerId: id, locale: 'en', purpose: 'news' })).pathname
    const looked = await app.inject({ url: button })
    assert.equal(looked.statusCode, 200)
    assert.deepEqual(await said(id), ['news given link'])
    const boundary = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    for (const [type, payload] of [
      ['multipart/form-data; boundary=x', boundary],
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ]) {
      const headers = { 'content-type': type }
      const answer = await app.inject({ method: 'POST', url: button, payload, headers })
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 200))
      assert.match(wordsOf(answer), /“News” is over as of now\./)
    }
    assert.deepEqual(await said(id), ['news given link', 'news withdrawn one_click'])
    assert.equal((await app.inject({ method: 'POST', url: `${path}/nothing` })).statusCode, 404)
    assert.equal((await app.inject({ method: 'POST', url: `${path.slice(0, -2)}AA/news` })).statusCode, 404)
  })
})

describe('the account', () => {
  test('shows what they may be sent and takes their decision; nobody else’s', async () => {
    const { id, cookie } = await somebody('own@village.example')
    await house.asOwner(`UPDATE customers.customer SET password_hash = 'x' WHERE id = $1`, [id])
    const shopper = new Shopper(app)
    const nobody = await shopper.post('/en/account/consents', { purpose: 'news', wording: '1', act: 'agree' })
    assert.equal(nobody.statusCode, 303)
    shopper.cookies.set(CUSTOMER_COOKIE, cookie)
    assert.match(wordsOf(await shopper.get('/en/account')), /What we may send you News By e-mail/)
    await shopper.post('/en/account/consents', { purpose: 'news', wording: '1', act: 'agree' })
    assert.deepEqual(await said(id), ['news given account'])
    const foreign = { 'sec-fetch-site': 'cross-site' }
    assert.equal((await shopper.post('/en/account/consents', { act: 'none' }, foreign)).statusCode, 403)
    assert.deepEqual(await said(id), ['news given account'])
  })
})

describe('what was not proved', () => {
  test('is asked by mail once; the link of it decides', async () => {
    const { id } = await somebody('unproved@village.example')
    const claim = () =>
      house.run((ctx) => {
        const wishes = [{ purpose: 'news', give: true, wording: 1 }]
        return recordConsents(ctx, { customerId: id, wishes, how: 'checkout', locale: 'en', proved: false })
      })
    must(await claim())
    must(await claim())
    await house.runJobs(['confirm-consent'])
    const mails = await house.asOwner<{ subject: string; text_body: string }>(
      `SELECT subject, text_body FROM host.mail WHERE recipient = 'unproved@village.example'`,
    )
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['May Test send you this?'],
    )
    assert.match(mails[0]?.text_body ?? '', /“Write to me about news\.”/)
    const url = /http\S+\/en\/consents\/\S+/.exec(mails[0]?.text_body ?? '')?.[0] ?? ''
    const reader = new Shopper(app)
    assert.match(
      wordsOf(await reader.get(new URL(url).pathname)),
      /Somebody ticked this on .* It counts once you agree here/,
    )
    await reader.post(new URL(url).pathname, { purpose: 'news', wording: '1', act: 'agree' })
    assert.deepEqual(await said(id), ['news claimed checkout', 'news given link'])
  })

  test('a box of the registration counts once the address is confirmed', async () => {
    const email = 'new@village.example'
    const contactConsents = [{ purpose: 'news', give: true, wording: 1 }]
    const payload = { email, name: 'Ada', password: 'seven green lanterns', contactConsents }
    assert.equal((await app.inject({ method: 'POST', url: '/api/customers', payload })).statusCode, 202)
    const [mail] = await house.asOwner<{ text_body: string }>('SELECT text_body FROM host.mail WHERE recipient = $1', [
      email,
    ])
    const token = /[?]token=([\w-]+)/.exec(mail?.text_body ?? '')?.[1]
    assert.deepEqual(await house.asOwner('SELECT 1 FROM customers.customer WHERE email = $1', [email]), [])
    await app.inject({ method: 'POST', url: '/api/customers/confirmation', payload: { token } })
    const [made] = await house.asOwner<{ id: string }>('SELECT id FROM customers.customer WHERE email = $1', [email])
    assert.deepEqual(await said(made!.id), ['news given registration'])
  })
})
