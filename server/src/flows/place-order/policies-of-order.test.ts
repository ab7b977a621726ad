import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { listPoliciesOfOrder, publishPolicy, saveDraft } from '../../departments/legal/index.ts'
import { guest } from '../../host/context.ts'
import { signLink } from '../../host/auth/links.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, someAddress, totalOf, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { placeOrder } from './place-order.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
let now = new Date('2026-11-22T10:00:00Z')
before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  shop = await openShop(house, { stock: { mug: 100 } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
})

async function call(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number, as = owner) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

const returns = '/policy-register/it/returns'
const rules = { withdrawalDays: 14, returnDays: 30, returnPostage: 'customer' }
const draft = (words: string) => ({
  texts: { en: `<p>${words}: {withdrawalDays} days.</p>`, it: `<p>${words}: {withdrawalDays} giorni.</p>` },
  rules,
})
const page = async (path: string) => (await app.inject({ url: path })).body

async function order(acceptedPolicies?: string[]) {
  const basket = await shop.fill({ mug: 1 })
  const acceptedTotal = await totalOf(house, basket)
  return house.run(
    (ctx) =>
      placeOrder(ctx, {
        basket,
        email: 'mirandolina@locanda.example',
        address: someAddress,
        deliveryMethod: 'standard',
        acceptedTotal,
        acceptedPolicies,
      }),
    { actor: guest },
  )
}
const kept = async (id: string) =>
  (await listPoliciesOfOrder(house.database, id)).map(({ kind, number }) => `${kind} ${number}`)

describe('a policy', () => {
  test('before anything is published, pages show the house’s own draft and orders keep nothing', async () => {
    assert.match(await page('/it/terms'), /entro 14 giorni da quando ricevi/)
    assert.deepEqual(await kept(must(await order()).id), [])
    const { body } = await call('GET', returns)
    assert.deepEqual([body.versions, body.draft, body.inForce], [[], null, null])
    const [blank] = /\{seller\}/.exec(body.readyMade.texts.en) ?? ['']
    assert.ok(blank === '' || body.fills.seller !== '', 'what fills a blank is told')
    assert.match(body.readyMade.texts.en, /within \{withdrawalDays\} days/)
  })

  test('is drafted against the version seen, cleaned, and says only what it has', async () => {
    const [words, scripted] = [draft('Bring it back'), draft('Bring it back')]
    scripted.texts.en += '<script>alert(1)</script>'
    assert.deepEqual(await call('PUT', `${returns}/draft`, scripted), { status: 200, body: { version: 1 } })
    assert.deepEqual((await call('GET', returns)).body.draft.texts, words.texts)
    assert.equal((await call('PUT', `${returns}/draft`, words)).body.code, 'host.version_required')
    assert.equal((await call('PUT', `${returns}/draft`, words, 5)).body.code, 'host.version_conflict')
    const odd = { ...words, texts: { ...words.texts, it: '<p>{discount}</p>' } }
    const refused = (await call('PUT', `${returns}/draft`, odd, 1)).body
    assert.deepEqual([refused.code, refused.field], ['legal.unknown_blank', 'texts.it'])
    assert.equal((await call('PUT', '/policy-register/nowhere/returns/draft', words)).body.code, 'legal.unknown_market')
    assert.equal((await call('GET', '/policy-register/nowhere/returns')).body.code, 'legal.unknown_market')
  })

  test('is not published unfinished, against the law, for the past, or by who may only write', async () => {
    const publish = (more: object = {}, as = owner) =>
      call('POST', `${returns}/publication`, { version: 1, ...more }, undefined, as)
    assert.equal((await publish({ version: 3 })).body.code, 'host.version_conflict')
    assert.equal((await publish({ effectiveAt: '2026-11-22T09:59:00Z' })).body.code, 'legal.in_the_past')
    assert.equal((await publish({}, await signedInAs(house, 'merchandiser'))).status, 403)
    const bad = async (changes: object, version: number) => {
      must({
        ok: true,
        value: await call('PUT', `${returns}/draft`, { ...draft('Bring it back'), ...changes }, version),
      })
      const { body } = await publish({ version: version + 1 })
      return `${body.code} ${body.field}`
    }
    assert.equal(await bad({ rules: { ...rules, withdrawalDays: 7 } }, 1), 'legal.below_law rules.withdrawalDays')
    assert.equal(await bad({ rules: { withdrawalDays: 14 } }, 2), 'legal.rule_missing rules.returnDays')
    assert.equal(await bad({ texts: { en: '<p>x</p>' } }, 3), 'legal.text_missing texts.it')
    assert.equal(
      (await call('POST', '/policy-register/it/sales/publication', { version: 1 })).body.code,
      'legal.no_draft',
    )
    const elsewhere = await call('POST', '/policy-register/nowhere/sales/publication', { version: 1 })
    assert.equal(elsewhere.body.code, 'legal.unknown_market')
    assert.deepEqual((await call('GET', '/policies?market=it')).body, { items: [] }, 'nothing got out')
  })

  test('is in force from its instant on: page, program, checkout and order read the same', async () => {
    assert.equal((await call('PUT', `${returns}/draft`, draft('First'), 4)).status, 200)
    const first = await call('POST', `${returns}/publication`, { version: 5 })
    assert.deepEqual([first.status, first.body.number], [201, 1])
    assert.equal((await call('PUT', `${returns}/draft`, draft('Second'))).status, 200)
    const written = (await call('GET', returns)).body
    assert.deepEqual([written.draft.missing, written.draft.behind, written.fills.shop], [['es', 'id'], [], 'Test'])
    const later = { version: 1, effectiveAt: '2026-11-22T10:20:00Z' }
    const second = await call('POST', `${returns}/publication`, later)
    assert.deepEqual([second.status, second.body.number], [201, 2])

    const early = must(await order([first.body.id]))
    assert.match(await page('/it/policies/returns'), /First: 14 giorni/)
    assert.match(await page('/it/terms'), /First: 14 giorni/)
    const told = (await call('GET', '/policies?market=it')).body.items
    assert.deepEqual(
      told.map((one: { number: number }) => one.number),
      [1],
    )
    assert.deepEqual(told[0].rules, rules)
    const register = (await call('GET', '/policy-register')).body.items.filter(
      (one: { market: string; kind: string }) => one.market === 'it' && one.kind === 'returns',
    )
    assert.deepEqual(register, [
      {
        market: 'it',
        kind: 'returns',
        inForce: { number: 1, since: '2026-11-22T10:00:00.000Z' },
        plannedAt: '2026-11-22T10:20:00.000Z',
        draft: false,
        missing: ['es', 'id'],
      },
    ])

    now = new Date('2026-11-22T10:20:00Z')
    assert.match(await page('/it/policies/returns'), /Second: 14 giorni/)
    const refused = await order([first.body.id])
    assert.equal(!refused.ok && refused.refusal.code, 'legal.policies_changed')
    const late = must(await order([second.body.id]))
    assert.deepEqual([await kept(early.id), await kept(late.id)], [['returns 1'], ['returns 2']])
    const known = (await call('GET', returns)).body
    assert.equal(known.inForce, second.body.id)
    assert.equal(typeof known.versions[0].publishedBy, 'string')
    must(
      await house.run((ctx) =>
        saveDraft(ctx, {
          key: { market: 'eu', kind: 'sales' },
          draft: { texts: { en: 'x' }, rules: { cancelUntil: 'never', cancelMinutes: 60 } },
          version: undefined,
        }),
      ),
    )
    must(
      await house.run((ctx) =>
        publishPolicy(ctx, { key: { market: 'eu', kind: 'sales' }, version: 1, effectiveAt: undefined }),
      ),
    )
    const byTheHouse = (await call('GET', '/policy-register/eu/sales')).body.versions
    assert.deepEqual([byTheHouse[0].number, byTheHouse[0].publishedBy], [1, null], 'nobody to name')

    const old = `/policies/${first.body.id}`
    assert.match(await page(`/it${old}`), /First: 14 giorni/, 'the old version stays at its address')
    assert.equal((await call('GET', old)).body.number, 1)
    assert.equal(
      (await call('GET', '/policies/01920000-0000-7000-8000-000000000001')).body.code,
      'legal.policy_not_found',
    )
    assert.equal((await app.inject({ url: '/it/policies/nonsense' })).statusCode, 404)

    const link = signLink(house.linkKey, 'order', early.id)
    assert.match(await page(`/en/orders/${link}`), new RegExp(`href="/en${old}"[^]*Returns, version 1`))
    const related = (await call('GET', `/records/order/${early.id}/related`)).body
    assert.match(JSON.stringify(related), /Returns, version 1/)
    const confirm = house.blueprint.jobs.find(({ kind }) => kind === 'order-confirmation')
    await confirm?.run(house, {
      id: '1',
      kind: 'order-confirmation',
      ref: early.id,
      payload: {},
      attempt: 1,
    } as never)
    const [mail] = await house.asOwner<{ text: string }>('SELECT text_body AS text FROM host.mail')
    assert.match(mail?.text ?? '', new RegExp(`Resi, versione 1: http://[^ ]+/it${old}`))
    // A link alone is no durable medium: the very words that were agreed to stand in the mail, and the form to withdraw with.
    assert.match(mail?.text ?? '', /RESI, VERSIONE 1\nFirst: 14 giorni[^]*MODULO DI RECESSO TIPO/)
    assert.doesNotMatch(mail?.text ?? '', /Second:|\{\w+\}|<p>/)
  })
})
