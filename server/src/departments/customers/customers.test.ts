import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from '../../host/database/sql.ts'
import { buildServer } from '../../host/http/server.ts'
import { silentLog } from '../../host/log/log.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { findCustomerActor, recordCustomer, type CustomerId } from './index.ts'

const PASSWORD = 'seven green lanterns'

let house: TestHouse
let office: FastifyInstance
let shop: FastifyInstance
let now = new Date('2026-11-22T09:00:00Z')

before(async () => {
  house = await createTestHouse({ clock: { now: () => now }, max: 20 })
  office = await createTestServer(house)
  shop = buildServer({
    routes: house.blueprint.routes,
    translations: house.translations,
    log: silentLog,
    findHouse: async () => house,
    findActor: findCustomerActor,
    knownPermissions: house.blueprint.permissions,
    https: true,
    trustProxy: false,
    onFault: (_id, error) => process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`),
  })
})

let calls = 0
const post = (url: string, payload: object, headers = {}) =>
  shop.inject({ method: 'POST', url, payload, headers, remoteAddress: `10.0.${(calls += 1) % 250}.1` })

async function record(email: string, name = 'Anna'): Promise<CustomerId> {
  const result = await house.run(async (ctx) => ok(await recordCustomer(ctx, { email, name, locale: 'it' })))
  assert.ok(result.ok)
  return result.value
}

const mailsTo = (recipient: string) =>
  house.asOwner<{ subject: string; text_body: string; html_body: string }>(
    'SELECT subject, text_body, html_body FROM host.mail WHERE recipient = $1 ORDER BY created_at, id',
    [recipient],
  )
const tokenIn = (text: string | undefined) => /[?]token=([\w-]+)/.exec(text ?? '')?.[1] ?? ''
const cookieIn = (answer: { headers: Record<string, unknown> }) =>
  /fondaco_customer=([^;]*)/.exec(String(answer.headers['set-cookie']))?.[1]

async function aMember(email: string): Promise<string> {
  assert.equal((await post('/api/customers', { email, name: 'Anna', password: PASSWORD })).statusCode, 202)
  const confirmed = await post('/api/customers/confirmation', {
    token: tokenIn((await mailsTo(email)).at(-1)?.text_body),
  })
  assert.equal(confirmed.statusCode, 204)
  return cookieIn(confirmed)!
}

describe('recording a customer', () => {
  test('twenty purchases at once of one new address make one customer', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => record(index % 2 ? 'rush@village.example' : ' RUSH@village.example ')),
    )
    assert.equal(new Set(ids).size, 1)
    const audits = await house.asOwner('SELECT 1 FROM host.audit WHERE object_id = $1', [ids[0]])
    assert.equal(audits.length, 1)
  })

  test('a second purchase does not overwrite what is known', async () => {
    const id = await record('known@village.example', 'Anna')
    assert.equal(await record('known@village.example', 'Mallory'), id)
    const row = await house.database.row(sql<{ name: string }>`SELECT name FROM customers.customer WHERE id = ${id}`)
    assert.equal(row?.name, 'Anna')
  })

  test('the audit trail names fields and holds nothing of the person', async () => {
    await record('secret-person@village.example', 'Very Secret')
    const rows = await house.asOwner(
      'SELECT a::text FROM host.audit a UNION ALL SELECT e::text FROM host.event e UNION ALL SELECT j::text FROM host.job j',
    )
    assert.ok(rows.length > 0)
    assert.ok(!/secret/i.test(JSON.stringify(rows)))
  })
})

describe('registering', () => {
  test('answers the same for a new, a guest’s and a registered address, and tells the difference by mail only', async () => {
    await record('guest@village.example')
    await aMember('member@village.example')
    const answers = []
    now = new Date(now.getTime() + 1000)
    for (const email of ['new@village.example', 'guest@village.example', 'Member@village.example']) {
      const answer = await post(
        '/api/customers',
        { email, name: 'Someone', password: PASSWORD },
        { 'accept-language': 'it' },
      )
      answers.push({ status: answer.statusCode, body: answer.body, cookie: answer.headers['set-cookie'] })
    }
    assert.deepEqual(answers, Array(3).fill({ status: 202, body: '{}', cookie: undefined }))
    assert.equal((await mailsTo('new@village.example'))[0]?.subject, 'Conferma il tuo account su Test')
    const toMember = (await mailsTo('member@village.example')).at(-1)
    assert.equal(toMember?.subject, 'Hai già un account su Test')
    assert.equal(tokenIn(toMember?.text_body), '')
  })

  test('nothing is opened before the link is followed; it works once, for an hour', async () => {
    const email = 'slow@village.example'
    await post('/api/customers', { email, name: '<b>Slow</b>', password: PASSWORD })
    assert.equal((await post('/api/customer-session', { email, password: PASSWORD })).statusCode, 401)
    const mail = (await mailsTo(email))[0]
    assert.ok(mail)
    assert.ok(mail.html_body.includes('&lt;b&gt;Slow') && !mail.html_body.includes('<b>Slow'))
    assert.ok(mail.text_body.includes('http://localhost:4000/en/account/confirm?token='))
    const both = await Promise.all(
      [1, 2].map(() => post('/api/customers/confirmation', { token: tokenIn(mail.text_body) })),
    )
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [204, 410])
    const cookie = String(both.find((one) => one.statusCode === 204)?.headers['set-cookie'])
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) assert.ok(cookie.includes(part), cookie)

    await post('/api/customers', { email: 'late@village.example', name: 'Late', password: PASSWORD })
    const token = tokenIn((await mailsTo('late@village.example'))[0]?.text_body)
    now = new Date(now.getTime() + 3_601_000)
    assert.equal((await post('/api/customers/confirmation', { token })).json().code, 'customers.link_spent')
  })

  test('whoever registers a stranger’s address gets nothing: the owner’s link decides, and the first one stands', async () => {
    const email = 'victim@village.example'
    await post('/api/customers', { email, name: 'Mallory', password: 'the password of mallory' })
    now = new Date(now.getTime() + 1000)
    await post('/api/customers', { email, name: 'Victim', password: 'the real and only one' })
    const pending = () => house.asOwner('SELECT 1 FROM customers.registration WHERE email = $1', [email])
    assert.equal((await pending()).length, 2)
    const [stranger, own] = (await mailsTo(email)).map((mail) => tokenIn(mail.text_body))
    assert.equal((await post('/api/customers/confirmation', { token: own })).statusCode, 204)
    assert.equal((await pending()).length, 0, 'the stranger’s try is forgotten with it')
    assert.equal((await post('/api/customers/confirmation', { token: stranger })).statusCode, 410)
    assert.equal((await post('/api/customer-session', { email, password: 'the password of mallory' })).statusCode, 401)
    assert.equal((await post('/api/customer-session', { email, password: 'the real and only one' })).statusCode, 204)
  })

  test('a guest who registers keeps their purchases: it is the same customer', async () => {
    const id = await record('regular@village.example')
    const token = await aMember('regular@village.example')
    const self = await shop.inject({ url: '/api/customer', headers: { cookie: `fondaco_customer=${token}` } })
    assert.equal(self.json().id, id)
    assert.equal(self.json().registered, true)
  })

  for (const [field, payload] of [
    ['email', { email: 'not an address', name: 'A', password: PASSWORD }],
    ['name', { email: 'a@village.example', name: '  ', password: PASSWORD }],
    ['password', { email: 'a@village.example', name: 'A', password: '123456789a' }],
  ] as const) {
    test(`refuses a bad ${field}`, async () => {
      const answer = await post('/api/customers', payload)
      assert.deepEqual([answer.statusCode, answer.json().field], [422, field])
    })
  }
})

describe('the account', () => {
  test('guesses are slowed without ending the open session', async () => {
    const email = 'guessed@village.example'
    const token = await aMember(email)
    for (let guess = 0; guess < 5; guess++) {
      assert.equal(
        (await post('/api/customer-session', { email, password: `guess ${guess}` })).json().code,
        'customers.wrong_credentials',
      )
    }
    assert.equal(
      (await post('/api/customer-session', { email, password: PASSWORD })).json().code,
      'customers.too_many_attempts',
    )
    assert.ok(await findCustomerActor(house, token))
  })

  test('a new password by link: the same answer for a stranger, once, and the old sessions end', async () => {
    const email = 'forgot@village.example'
    const session = await aMember(email)
    now = new Date(now.getTime() + 1000)
    for (const one of [email, 'stranger@village.example']) {
      const asked = await post('/api/customers/password-link', { email: one })
      assert.deepEqual([asked.statusCode, asked.body], [202, '{}'])
    }
    assert.equal((await mailsTo('stranger@village.example')).length, 0)
    const token = tokenIn((await mailsTo(email)).at(-1)?.text_body)
    const set = () => post('/api/customers/password', { token, password: 'nine blue gondolas' })
    const both = await Promise.all([set(), set()])
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [204, 410])
    const late = both.find(({ statusCode }) => statusCode === 410)
    assert.equal(late?.json().code, 'customers.password_link_spent')
    assert.equal(await findCustomerActor(house, session), undefined)
    assert.equal((await post('/api/customer-session', { email, password: 'nine blue gondolas' })).statusCode, 204)
  })

  test('addresses are kept and forgotten, only one’s own', async () => {
    const anna = { cookie: `fondaco_customer=${await aMember('anna@village.example')}` }
    const bruno = { cookie: `fondaco_customer=${await aMember('bruno@village.example')}` }
    const address = { recipient: 'Anna', line1: 'Calle 1', postalCode: '30121', city: 'Venezia', country: 'IT' }
    const kept = await post('/api/customer/addresses', address, anna)
    assert.equal(kept.statusCode, 201)
    const url = `/api/customer/addresses/${kept.json().id}`
    assert.equal(
      (await shop.inject({ method: 'DELETE', url, headers: bruno })).json().code,
      'customers.address_not_found',
    )
    const self = (await shop.inject({ url: '/api/customer', headers: anna })).json()
    assert.deepEqual(self.addresses, [{ id: kept.json().id, ...address }])
    assert.equal((await shop.inject({ method: 'DELETE', url, headers: anna })).statusCode, 204)
    assert.deepEqual((await shop.inject({ url: '/api/customer', headers: anna })).json().addresses, [])
    assert.equal((await shop.inject({ url: '/api/customer' })).statusCode, 401)
  })

  test('signing out ends the session', async () => {
    const token = await aMember('leaving@village.example')
    const out = await shop.inject({
      method: 'DELETE',
      url: '/api/customer-session',
      headers: { cookie: `fondaco_customer=${token}` },
    })
    assert.equal(out.statusCode, 204)
    assert.equal(await findCustomerActor(house, token), undefined)
  })
})

describe('the back office', () => {
  test('finds customers by part of a name or an address, page by page', async () => {
    const clerk = await signedInAs(house, 'care_agent')
    for (const name of ['Marta Rossi', 'Mario Rossini', 'Rosa 100%_x']) {
      now = new Date(now.getTime() + 1000)
      await record(`${name.split(' ')[0]}@find.example`, name)
    }
    const search = async (text: string, more = '') =>
      (
        await office.inject({ url: `/api/customers?search=${encodeURIComponent(text)}${more}`, headers: clerk.headers })
      ).json()
    assert.deepEqual(
      (await search('ROSSI')).items.map((one: { name: string }) => one.name),
      ['Mario Rossini', 'Marta Rossi'],
    )
    assert.deepEqual((await search('rosa@find')).items.length, 1)
    assert.deepEqual(
      (await search('0%_')).items.map((one: { name: string }) => one.name),
      ['Rosa 100%_x'],
      'signs of LIKE are letters',
    )
    assert.deepEqual((await search('_ossi')).items, [])
    const first = await search('find.example', '&limit=2')
    const second = await search('find.example', `&limit=2&after=${first.nextCursor}`)
    assert.deepEqual([first.items.length, second.items.length, second.nextCursor], [2, 1, null])
    const one = await office.inject({ url: `/api/customers/${first.items[0].id}`, headers: clerk.headers })
    assert.deepEqual([one.json().name, one.headers['etag']], ['Rosa 100%_x', '"1"'])
    assert.ok(!one.body.includes('password'))
    const none = await office.inject({
      url: '/api/customers/0199a000-0000-7000-8000-000000000000',
      headers: clerk.headers,
    })
    assert.equal(none.json().code, 'customers.not_found')
  })

  test('only those who may read customers', async () => {
    const picker = await signedInAs(house, 'picker')
    assert.equal((await office.inject({ url: '/api/customers', headers: picker.headers })).statusCode, 403)
    assert.equal((await office.inject({ url: '/api/customers' })).statusCode, 401)
    assert.equal(
      (
        await shop.inject({
          url: '/api/customers',
          headers: { cookie: `fondaco_customer=${await aMember('nosy@village.example')}` },
        })
      ).statusCode,
      403,
    )
  })

  test('searching uses its index', async () => {
    await house.asOwner(`
      INSERT INTO customers.customer (id, email, name, locale, created_at)
      SELECT gen_random_uuid(), 'c' || n || '@many.example', 'Customer ' || md5(n::text), 'en', now() FROM generate_series(1, 20000) n`)
    await house.asOwner('ANALYZE customers.customer')
    const plan = await house.asOwner<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM customers.customer WHERE lower(name || ' ' || email) LIKE '%c19998@many%' ORDER BY created_at DESC, id DESC LIMIT 51`,
    )
    assert.match(JSON.stringify(plan), /customer_search/)
  })
})

test('every version of a customer is in the audit trail', async () => {
  const gaps = await house.asOwner(`
    SELECT w.object_id FROM customers.pub_watched w LEFT JOIN verify.audit_ref r USING (object_type, object_id)
    JOIN customers.customer c ON c.id::text = w.object_id AND c.email NOT LIKE '%@many.example'
    GROUP BY w.object_id, w.version HAVING count(r.*) <> w.version`)
  assert.deepEqual(gaps, [])
})
