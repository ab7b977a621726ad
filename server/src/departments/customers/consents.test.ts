import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { findBreaches } from '../../host/verify/find-breaches.ts'
import { money } from '../../kernel/money.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { countPurchase, mayContact, recordConsents, recordCustomer, sendableTo, type ConsentWish } from './index.ts'

let house: TestHouse
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
let agent: SignedIn
let now = new Date('2026-11-22T10:00:00Z')

before(async () => {
  house = await createTestHouse({ clock: { now: () => now }, max: 20 })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  agent = await signedInAs(house, 'marketer')
})

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number, as = owner) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

const purposeOf = (changes: object = {}) => ({
  names: { en: 'Newsletter', it: 'Newsletter' },
  texts: { en: 'Send me news.', it: 'Mandatemi le novità.' },
  channel: 'email',
  markets: [],
  askedAt: ['checkout', 'account'],
  confirmed: false,
  softOptIn: false,
  position: 0,
  retired: false,
  ...changes,
})

async function aPurpose(code: string, changes: object = {}): Promise<string> {
  const made = await call('POST', '/consent-purposes', { code, ...purposeOf(changes) })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.id
}

async function aCustomer(email: string): Promise<string> {
  return must(await house.run(async (ctx) => ok(await recordCustomer(ctx, { email, name: 'Anna', locale: 'it' }))))
}

const say = (customerId: string, wishes: ConsentWish[], proved = true) =>
  house.run((ctx) =>
    recordConsents(ctx, {
      customerId,
      wishes,
      how: 'checkout',
      locale: 'it',
      proved,
      proof: '1042',
      ip: '203.0.113.9',
    }),
  )
const give = (purpose: string, wording?: number) => [{ purpose, give: true, wording }]
const ledgerOf = (customerId: string) =>
  house.asOwner<{ number: number; act: string; wording: number; locale: string; network: string; proof: string }>(
    `SELECT r.number, r.act, r.wording, r.locale, r.network, r.proof FROM customers.consent_record r
     JOIN customers.consent c ON c.id = r.consent_id WHERE c.customer_id = $1 ORDER BY r.at, r.number`,
    [customerId],
  )

describe('a purpose', () => {
  test('another text becomes another wording; another name does not, and each is in the trail', async () => {
    const id = await aPurpose('worded')
    const renamed = await call('PUT', `/consent-purposes/${id}`, purposeOf({ names: { en: 'Letters' } }), 1)
    assert.deepEqual(renamed, { status: 200, body: { id, version: 2 } })
    const texts = { en: 'Send me letters.' }
    assert.equal((await call('PUT', `/consent-purposes/${id}`, purposeOf({ texts }), 2)).status, 200)
    const { body } = await call('GET', `/consent-purposes/${id}`)
    assert.equal(body.wording, 2)
    assert.deepEqual(
      body.wordings.map((one: { number: number; texts: { en: string } }) => [one.number, one.texts.en]),
      [
        [2, 'Send me letters.'],
        [1, 'Send me news.'],
      ],
    )
    const same = await call('PUT', `/consent-purposes/${id}`, purposeOf({ texts }), 3)
    assert.deepEqual(same.body, { id, version: 3 })
  })

  test('is changed only against what was seen, by who may', async () => {
    const id = await aPurpose('guarded')
    const stale = await call('PUT', `/consent-purposes/${id}`, purposeOf({ position: 4 }), 7)
    assert.equal(stale.status, 409)
    assert.equal((await call('PUT', `/consent-purposes/${id}`, purposeOf({ position: 4 }), 1, agent)).status, 403)
    assert.equal((await call('GET', `/consent-purposes/${id}`)).body.position, 0)
  })

  test('says what is wrong with it', async () => {
    await aPurpose('taken')
    const cases: [object, string][] = [
      [{ code: 'taken' }, 'customers.consent_code_taken'],
      [{ names: { en: ' ' } }, 'customers.consent_name_missing'],
      [{ texts: { en: '' } }, 'customers.consent_text_missing'],
      [{ softOptIn: true, channel: 'phone' }, 'customers.soft_opt_in_of_channel'],
    ]
    for (const [changes, code] of cases) {
      const made = await call('POST', '/consent-purposes', { code: 'other', ...purposeOf(), ...changes })
      assert.equal(made.body.code, code)
    }
    assert.equal((await call('PUT', `/consent-purposes/${owner.id}`, purposeOf(), 1)).status, 404)
  })

  test('is asked where and in which markets it says, in its order, in the reader’s language', async () => {
    await aPurpose('second', { position: 900, markets: ['es'] })
    await aPurpose('first', { position: 899, markets: ['es'], askedAt: ['checkout'], texts: { en: 'English alone' } })
    const asked = async (market: string, place: string) => {
      const answer = await app.inject({
        url: `/api/asked-consents?market=${market}&place=${place}`,
        headers: { 'accept-language': 'it' },
      })
      const { items } = answer.json<{ items: { purpose: string; text: string }[] }>()
      return items.filter(({ purpose }) => ['first', 'second'].includes(purpose)).map(({ text }) => text)
    }
    assert.deepEqual(await asked('es', 'checkout'), ['English alone', 'Mandatemi le novità.'])
    assert.deepEqual(await asked('es', 'account'), ['Mandatemi le novità.'])
    assert.deepEqual(await asked('it', 'checkout'), [])
  })
})

describe('what somebody agrees to', () => {
  test('is bound to the wording that they read, and to where it came from', async () => {
    const id = await aPurpose('bound')
    const anna = await aCustomer('anna@village.example')
    assert.deepEqual(must(await say(anna, give('bound', 1))), [{ purpose: 'bound', state: 'given' }])
    await call('PUT', `/consent-purposes/${id}`, purposeOf({ texts: { en: 'More news.' } }), 1)
    assert.deepEqual(must(await say(anna, give('bound', 1))), [])
    now = new Date(now.getTime() + 1000)
    assert.deepEqual(must(await say(anna, [{ purpose: 'bound', give: false }])), [
      { purpose: 'bound', state: 'withdrawn' },
    ])
    now = new Date(now.getTime() + 1000)
    must(await say(anna, give('bound')))
    const proof = { network: '203.0.113.0/24', proof: '1042' }
    assert.deepEqual(await ledgerOf(anna), [
      { number: 1, act: 'given', wording: 1, locale: 'it', ...proof },
      { number: 2, act: 'withdrawn', wording: 1, locale: 'it', ...proof },
      { number: 3, act: 'given', wording: 2, locale: 'en', ...proof },
    ])
  })

  test('is refused for what nobody asks', async () => {
    await aPurpose('gone', { retired: true })
    const bruno = await aCustomer('bruno@village.example')
    const codes = []
    for (const wishes of [give('never'), give('gone'), give('bound', 99)]) {
      const said = await say(bruno, wishes)
      codes.push(said.ok ? 'ok' : said.refusal.code)
    }
    assert.deepEqual(codes, [
      'customers.consent_purpose_not_found',
      'customers.consent_purpose_retired',
      'customers.consent_wording_unknown',
    ])
    assert.deepEqual(await ledgerOf(bruno), [])
    assert.ok((await say(bruno, [{ purpose: 'gone', give: false }])).ok)
  })

  test('who proved nothing cannot bring back what its owner took back', async () => {
    await aPurpose('stubborn')
    const carla = await aCustomer('carla@village.example')
    must(await say(carla, give('stubborn'), false))
    must(await say(carla, [{ purpose: 'stubborn', give: false }]))
    assert.deepEqual(must(await say(carla, give('stubborn'), false)), [{ purpose: 'stubborn', state: 'claimed' }])
    assert.deepEqual(must(await say(carla, give('stubborn'))), [{ purpose: 'stubborn', state: 'given' }])
  })

  test('twenty who say it at once make one record, with one fact', async () => {
    await aPurpose('rush')
    const dewi = await aCustomer('dewi@village.example')
    const said = await Promise.all(Array.from({ length: 20 }, () => say(dewi, give('rush'))))
    assert.equal(said.flatMap((one) => must(one)).length, 1)
    assert.deepEqual(
      (await ledgerOf(dewi)).map(({ number, act }) => [number, act]),
      [[1, 'given']],
    )
    const facts = await house.asOwner<{ payload: { purpose: string } }>(
      `SELECT payload FROM host.event WHERE name = 'consent.given.v1' AND payload->>'customerId' = $1`,
      [dewi],
    )
    assert.deepEqual(
      facts.map(({ payload }) => payload.purpose),
      ['rush'],
    )
  })

  test('twenty who change their mind at once leave a ledger without gaps, and what is kept is its end', async () => {
    await aPurpose('torn')
    const elena = await aCustomer('elena@village.example')
    await Promise.all(Array.from({ length: 20 }, (_, n) => say(elena, [{ purpose: 'torn', give: n % 2 === 0 }])))
    const ledger = await ledgerOf(elena)
    assert.deepEqual(
      ledger.map(({ number }) => number).sort((a, b) => a - b),
      ledger.map((_, index) => index + 1),
    )
    const facts = await house.asOwner<{ name: string }>(
      `SELECT name FROM host.event WHERE payload->>'customerId' = $1 AND name IN ('consent.given.v1', 'consent.withdrawn.v1')`,
      [elena],
    )
    assert.equal(facts.length, ledger.length)
    assert.deepEqual(await breaches('P4'), [])
    assert.deepEqual(await breaches('A2'), [])
  })

  test('a kept state that is not the last record is found', async () => {
    const row = `(SELECT c.id FROM customers.consent c WHERE c.state = 'given' LIMIT 1)`
    await house.asOwner(`UPDATE customers.consent SET state = 'withdrawn' WHERE id = ${row}`)
    assert.equal((await breaches('P4')).length, 1)
    await house.asOwner(`UPDATE customers.consent SET state = 'given'
      WHERE state = 'withdrawn' AND id IN (SELECT id::uuid FROM verify.consent WHERE last_act = 'given')`)
    assert.deepEqual(await breaches('P4'), [])
  })

  test('the program can neither change nor delete what was recorded', async () => {
    for (const table of ['consent_record', 'consent_wording']) {
      const text = `DELETE FROM customers.${table}`
      await assert.rejects(house.database.rows({ text, values: [] } as never), /permission denied/)
    }
  })
})

describe('the office', () => {
  test('sees what holds with its words and history, and takes down what a customer said, with where and why', async () => {
    await aPurpose('told')
    const fabio = await aCustomer('fabio@village.example')
    must(await say(fabio, give('told', 1)))
    const told = { purpose: 'told', give: false, source: 'Call of 22 November', reason: 'Wants no more letters' }
    now = new Date(now.getTime() + 1000)
    const key = { 'idempotency-key': 'fabio-says-no' }
    const post = (payload: object, as = owner) =>
      app.inject({
        method: 'POST',
        url: `/api/customers/${fabio}/consents`,
        headers: { ...as.headers, ...key },
        payload,
      })
    assert.equal((await post(told, agent)).statusCode, 403)
    assert.equal((await post({ ...told, reason: '  ' })).statusCode, 422)
    const taken = await post(told)
    assert.deepEqual([taken.statusCode, taken.json()], [201, { state: 'withdrawn' }])
    assert.deepEqual((await post(told)).json(), { state: 'withdrawn' })
    const { body } = await call('GET', `/customers/${fabio}/consents`)
    const { state, records } = body.items.find((one: { purpose: string }) => one.purpose === 'told')
    assert.equal(state, 'withdrawn')
    assert.deepEqual(
      records.map((one: Record<string, unknown>) => [one['act'], one['how'], one['text'], one['proof'], one['reason']]),
      [
        ['withdrawn', 'staff', 'Send me news.', 'Call of 22 November', 'Wants no more letters'],
        ['given', 'checkout', 'Mandatemi le novità.', '1042', null],
      ],
    )
  })

  test('lists who agreed for those who may, and exports it with cells that no sheet takes for formulas', async () => {
    const id = await aPurpose('listed')
    const gita = must(
      await house.run(async (ctx) =>
        ok(await recordCustomer(ctx, { email: 'gita@village.example', name: '=cmd()', locale: 'en' })),
      ),
    )
    must(await say(gita, give('listed')))
    assert.equal((await call('GET', '/consents', undefined, undefined, agent)).status, 403)
    const { body } = await call('GET', `/consents?filter=purposeId:is:${id}`)
    assert.deepEqual(
      body.items.map((one: Record<string, unknown>) => [one['customerId'], one['state'], one['how'], one['proof']]),
      [[gita, 'given', 'checkout', '1042']],
    )
    const url = `/api/consents/export?format=csv&filter=purposeId:is:${id}`
    const csv = (await app.inject({ url, headers: owner.headers })).body
    assert.match(csv, /gita@village\.example/)
    assert.ok(csv.includes("'=cmd()"), csv)
  })
})

describe('who may be reached', () => {
  const may = async (subject: string, purpose: string, channel: 'email' | 'sms' = 'email') =>
    (await mayContact(house.database, { subject, purpose, channel }))?.ground
  const reached = async (purpose: string, after?: string) =>
    (await sendableTo(house.database, { purpose, channel: 'email', after, limit: 2 })).map((one) => one.subject)

  test('only who agreed, for that purpose and channel, until they say no or it is retired', async () => {
    const id = await aPurpose('gate')
    await aPurpose('gate-other')
    const [hugo, ines] = [await aCustomer('hugo@village.example'), await aCustomer('ines@village.example')]
    assert.equal(await may(hugo, 'gate'), undefined)
    must(await say(hugo, give('gate')))
    must(await say(ines, give('gate')))
    assert.equal(await may(hugo, 'gate'), 'consent')
    assert.equal(await may(hugo, 'gate', 'sms'), undefined)
    assert.equal(await may(hugo, 'gate-other'), undefined)
    assert.deepEqual(await reached('gate'), [hugo, ines].sort())
    assert.deepEqual(await reached('gate', [hugo, ines].sort()[0]), [[hugo, ines].sort()[1]])
    must(await say(hugo, [{ purpose: 'gate', give: false }]))
    assert.equal(await may(hugo, 'gate'), undefined)
    assert.deepEqual(await reached('gate'), [ines])
    await call('PUT', `/consent-purposes/${id}`, purposeOf({ retired: true }), 1)
    assert.equal(await may(ines, 'gate'), undefined)
    assert.deepEqual(await reached('gate'), [])
  })

  test('what a stranger claimed reaches nobody', async () => {
    await aPurpose('gate-claimed', { confirmed: true })
    const joko = await aCustomer('joko@village.example')
    must(await say(joko, give('gate-claimed'), false))
    assert.equal(await may(joko, 'gate-claimed'), undefined)
    assert.deepEqual(await reached('gate-claimed'), [])
  })

  test('where the shop may write until they object, who bought since it says so; never who objected', async () => {
    await aPurpose('gate-soft', { softOptIn: true })
    const [early, late] = [await aCustomer('early@village.example'), await aCustomer('late@village.example')]
    const bought = (customerId: string, placedAt: Date) =>
      house.run(async (ctx) => {
        const orderId = ctx.newId()
        await countPurchase(ctx, { orderId, customerId, country: 'IT', total: money(100n, 'EUR'), placedAt })
        return ok()
      })
    await bought(early, new Date(now.getTime() - 86_400_000))
    await bought(late, new Date(now.getTime() + 1000))
    assert.equal(await may(early, 'gate-soft'), undefined)
    assert.equal(await may(late, 'gate-soft'), 'soft_opt_in')
    assert.deepEqual(await reached('gate-soft'), [late])
    must(await say(late, [{ purpose: 'gate-soft', give: false }], false))
    assert.equal(await may(late, 'gate-soft'), undefined)
    assert.deepEqual(await reached('gate-soft'), [])
  })
})

/** Rows that break a rule of the house, `P4`. */
async function breaches(code: string): Promise<readonly unknown[]> {
  const found = await findBreaches(house.ownerUrl)
  return found.breaches.filter(({ name }) => name.startsWith(`${code} `)).flatMap(({ rows }) => rows)
}
