/** Companies that staff keep, those who buy for them, and certificates: what a basket of theirs costs follows by itself. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openSession } from '../../host/auth/sessions.ts'
import { ok } from '../../kernel/result.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { getOrder, setBasketDestination } from '../../departments/orders/index.ts'
import { activatePriceList, createPriceList } from '../../departments/pricing/index.ts'
import { viesPort } from '../../departments/tax/testing/vies-port.ts'
import { standInForVies, type ViesStandIn } from '../../departments/tax/testing/vies-stand-in.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let vies: ViesStandIn
let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
before(async () => {
  vies = await standInForVies()
  house = await createTestHouse({ ports: { vatNumbers: viesPort() } })
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const set = await call('PUT', '/settings/tax.vies_address', { value: vies.address }, 0)
  assert.equal(set.status, 200, JSON.stringify(set.body))
})
after(() => vies.close())

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, version?: number) {
  const headers = { ...owner.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

async function customer(email: string) {
  return must(
    await house.run(async (ctx) => {
      const id = await recordCustomer(ctx, { email, name: 'Bruno', locale: 'it' })
      return ok({ id, token: openSession(ctx, { kind: 'customer', id }) })
    }),
  )
}

/** Total, tax, why, and for whom, of a mug. */
async function basketOf(shopper: string | undefined, country: string) {
  const key = { ...(await shop.fill({ mug: 1 })), shopper }
  must(await house.run((ctx) => setBasketDestination(ctx, key, { country, deliveryMethod: 'standard' })))
  return key
}
async function told(shopper: { token: string } | undefined, country: string): Promise<string> {
  const key = await basketOf(undefined, country)
  const cookie = shopper && `fondaco_customer=${shopper.token}`
  const answer = await app.inject({
    url: `/api/baskets/${key.id}`,
    headers: { 'basket-token': key.token ?? '', ...(cookie && { cookie }) },
  })
  const { total, tax, taxTreatment, company } = answer.json()
  return `${total.amount} ${tax.amount} ${taxTreatment} ${company?.name ?? '-'}`
}

const blank = { taxCode: null, street: '', postcode: '', city: '', region: '' }
const kaffee = { ...blank, legalName: 'Kaffeehaus GmbH', country: 'DE', vatNumber: '136 695 976' }

describe('a company that staff keep', () => {
  test('is kept with its number, which is asked about; those who buy for it need not say so', async () => {
    vies.say('DE136695976', 'valid')
    const made = await call('POST', '/buyer-companies', kaffee)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const { id } = made.body
    assert.equal(vies.asked.length, 1)
    const buyer = await customer('bruno@kaffeehaus.example')
    await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [buyer.id])
    assert.equal(await told(buyer, 'DE'), '2080 332 oss -')
    const added = await call('POST', `/buyer-companies/${id}/buyers`, {
      emails: 'bruno@kaffeehaus.example, x@y.example',
    })
    assert.deepEqual(added.body, { added: 1, already: 0, unknown: ['x@y.example'] })
    assert.equal(await told(buyer, 'DE'), '1705 0 reverse_charge Kaffeehaus GmbH')
    assert.equal(await told(buyer, 'IT'), '2080 375 domestic Kaffeehaus GmbH')
    assert.equal(await told(undefined, 'DE'), '2080 332 oss -')
    const seen = (await call('GET', `/buyer-companies/${id}`)).body
    assert.deepEqual(
      [seen.vatNumber, seen.version, seen.buyers[0].email],
      ['DE136695976', 2, 'bruno@kaffeehaus.example'],
    )

    const list = must(
      await house.run((ctx) =>
        createPriceList(ctx, {
          code: 'KAFFEE',
          names: { en: 'Agreed with Kaffeehaus' },
          currency: 'EUR',
          priority: 5,
          markets: [],
          channels: [],
          groups: [],
          companies: [id],
          announced: false,
          zone: 'Europe/Rome',
          begins: null,
          ends: null,
          derivation: { change: '-50', step: 1, less: 0 },
        }),
      ),
    )
    must(await house.run((ctx) => activatePriceList(ctx, { id: list.id })))
    assert.equal(await told(buyer, 'IT'), '1335 240 domestic Kaffeehaus GmbH')
    assert.equal(await told(undefined, 'IT'), '2080 375 domestic -')
    assert.equal((await call('DELETE', `/buyer-companies/${id}/buyers/${buyer.id}`)).status, 204)
    assert.equal((await call('DELETE', `/buyer-companies/${id}/buyers/${buyer.id}`)).body.code, 'customers.not_found')
    assert.equal(await told(buyer, 'IT'), '2080 375 domestic -')
  })

  test('what a company cannot be is refused, and says where', async () => {
    vies.say('DE129304291', 'MS_UNAVAILABLE')
    const { id } = (await call('POST', '/buyer-companies', { ...kaffee, vatNumber: 'DE129304291' })).body
    const of = (payload: object, version?: number, path = `/buyer-companies/${id}`) =>
      call('PUT', path, payload, version)
    const refused: [what: ReturnType<typeof call>, code: string, field?: string][] = [
      [call('POST', '/buyer-companies', { ...kaffee, legalName: ' ' }), 'customers.company_name_missing', 'legalName'],
      [call('POST', '/buyer-companies', kaffee), 'customers.company_vat_number_taken', 'vatNumber'],
      [call('POST', '/buyer-companies', { ...kaffee, vatNumber: 'DE1' }), 'tax.vat_number_wrong', 'vatNumber'],
      [
        call('POST', '/buyer-companies', { ...kaffee, country: 'US', vatNumber: '1' }),
        'tax.vat_number_unknown_country',
      ],
      [of(kaffee), 'host.version_required'],
      [of(kaffee, 9), 'host.version_conflict'],
      [of(kaffee, 1, `/buyer-companies/${owner.id}`), 'customers.company_not_found'],
      [call('POST', `/buyer-companies/${id}/buyers`, { emails: 'nobody' }), 'customers.nobody_to_add'],
    ]
    for (const [what, code, field] of refused) {
      const { body } = await what
      assert.equal(body.code, code)
      if (field) assert.equal(body.field, field)
    }
    const asked = await call('POST', '/vat-number-checks', { vatNumber: 'DE129304291' })
    assert.deepEqual([asked.body.state, asked.body.reason], ['unavailable', 'MS_UNAVAILABLE'])
  })
})

describe('a certificate of exemption', () => {
  test('frees of tax once it is approved, in its days and its country, and the order keeps it', async () => {
    const buyer = await customer('consul@embassy.example')
    await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [buyer.id])
    const certificate = {
      kind: 'diplomatic',
      number: ' 151/2026 ',
      country: 'IT',
      region: null,
      validFrom: '2026-01-01',
      validTo: null,
    }
    const propose = (changes: object) =>
      call('POST', `/customers/${buyer.id}/exemptions`, { ...certificate, ...changes })
    assert.equal((await propose({ number: ' ' })).body.code, 'customers.exemption_number_missing')
    assert.equal((await propose({ validTo: '2025-01-01' })).body.code, 'customers.exemption_turned')
    const expired = (await propose({ validFrom: '2020-01-01', validTo: '2020-12-31' })).body.id
    assert.equal((await call('PUT', `/exemptions/${expired}/approval`)).status, 204)
    assert.equal(await told(buyer, 'IT'), '2080 375 domestic -', 'what has ended frees of nothing')
    const { id } = (await propose({})).body
    assert.equal(await told(buyer, 'IT'), '2080 375 domestic -', 'nobody approved it')
    assert.equal((await call('PUT', `/exemptions/${id}/approval`)).status, 204)
    assert.equal((await call('PUT', `/exemptions/${id}/approval`)).body.code, 'customers.exemption_decided')
    assert.equal((await call('PUT', `/exemptions/${owner.id}/approval`)).body.code, 'customers.exemption_not_found')
    assert.equal(await told(buyer, 'IT'), '1705 0 exempt -')
    assert.equal(await told(buyer, 'DE'), '2080 332 oss -', 'of Italy’s tax alone')
    const placed = must(await shop.place(await basketOf(buyer.id, 'IT')))
    const order = must(await getOrder(house.database, placed.id))
    assert.equal(order.taxTreatment, 'exempt')
    assert.deepEqual(order.business?.exemption, { id, kind: 'diplomatic', number: '151/2026' })
    assert.equal((await call('PUT', `/exemptions/${id}/withdrawal`)).status, 204)
    assert.equal(await told(buyer, 'IT'), '2080 375 domestic -')
    const { items } = (await call('GET', `/customers/${buyer.id}/exemptions`)).body
    assert.deepEqual(
      items.map((one: { state: string }) => one.state),
      ['withdrawn', 'approved'],
    )
    await house.expectNoBreach()
  })

  test('of a company frees whoever buys for it', async () => {
    const { id } = (await call('POST', '/buyer-companies', { ...kaffee, vatNumber: null, legalName: 'Hospital' })).body
    const buyer = await customer('nurse@hospital.example')
    await house.asOwner(`UPDATE customers.customer SET password_hash = 'set by a test' WHERE id = $1`, [buyer.id])
    await call('POST', `/buyer-companies/${id}/buyers`, { emails: 'nurse@hospital.example' })
    const wish = {
      kind: 'public_body',
      number: 'H-1',
      country: 'IT',
      region: null,
      validFrom: '2026-01-01',
      validTo: null,
    }
    const made = await call('POST', `/buyer-companies/${id}/exemptions`, wish)
    await call('PUT', `/exemptions/${made.body.id}/approval`)
    assert.equal((await call('GET', `/buyer-companies/${id}/exemptions`)).body.items[0].state, 'approved')
    assert.equal(await told(buyer, 'IT'), '1705 0 exempt Hospital')
    const missing = await call('POST', `/buyer-companies/${owner.id}/exemptions`, wish)
    assert.equal(missing.body.code, 'customers.company_not_found')
  })
})
