/** Bought for a company: its number is checked outside, and what the order bears follows from the authority's word. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { guest } from '../../host/context.ts'
import {
  createBasket,
  getOrder,
  setBasketDestination,
  setBasketLine,
  type BasketKey,
} from '../../departments/orders/index.ts'
import { viesPort } from '../../departments/tax/testing/vies-port.ts'
import { standInForVies, type ViesStandIn } from '../../departments/tax/testing/vies-stand-in.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, someAddress, type Shop } from '../../testing/scene.ts'
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
  await house.asOwner(`UPDATE organisation.entity SET vat_number = 'IT00743110157'`)
  const set = await app.inject({
    method: 'PUT',
    url: '/api/settings/tax.vies_address',
    headers: { ...owner.headers, 'if-match': '"0"' },
    payload: { value: vies.address },
  })
  assert.equal(set.statusCode, 200, set.body)
})
after(() => vies.close())

const address = {
  ...someAddress,
  street: 'Marktplatz 1',
  postcode: '10115',
  city: 'Berlin',
  region: undefined,
  country: 'DE',
}

async function basketTo(country: string): Promise<BasketKey & { token: string }> {
  const key = must(await house.run((ctx) => createBasket(ctx, { country, locale: 'en' }), { actor: guest }))
  must(
    await house.run((ctx) => setBasketLine(ctx, key, { variantId: shop.variantIds.mug, quantity: 1 }), {
      actor: guest,
    }),
  )
  must(
    await house.run((ctx) => setBasketDestination(ctx, key, { country, deliveryMethod: 'standard' }), { actor: guest }),
  )
  return key
}

/** As the hour does. */
async function askAgain(): Promise<void> {
  const job = house.blueprint.jobs.find(({ kind }) => kind === 'ask-vies-again') ?? assert.fail('no such job')
  await job.run(house, { id: '', ref: null, payload: {}, attempt: 1 })
}

async function declare(key: BasketKey, company: object | null) {
  const answer = await app.inject({
    method: 'PUT',
    url: `/api/baskets/${key.id}/company`,
    headers: { 'basket-token': key.token ?? '' },
    payload: { company },
  })
  return answer.json()
}

/** Total, tax, treatment and what is known of the number. */
const toldOf = (basket: {
  code?: string
  field?: string
  total: { amount: number }
  tax: { amount: number }
  taxTreatment: string
  company: { check: { state: string } | null } | null
}) =>
  basket.code
    ? `${basket.code} ${basket.field}`
    : `${basket.total.amount} ${basket.tax.amount} ${basket.taxTreatment} ${basket.company?.check?.state ?? '-'}`

const company = (vatNumber: string) => ({ name: 'Kaffeehaus GmbH', vatNumber })

/** Mug 14.90 and delivery 5.90 with 22 % inside: 12.21 and 4.84 without. */
describe('a company in another state of the Union', () => {
  test('with a number that VIES confirms bears no tax, and the order keeps the ground', async () => {
    vies.say('DE136695976', 'valid')
    const key = await basketTo('DE')
    const basket = await declare(key, company('DE 136 695 976'))
    assert.equal(toldOf(basket), '1705 0 reverse_charge valid')
    assert.equal(basket.company.check.consultation, 'WAPIAAAAYmcHPnBn')
    const asked = vies.asked.length
    assert.match(vies.asked.at(-1) ?? '', /requesterVatNumber>00743110157</)
    await declare(key, company('136695976'))
    assert.equal(vies.asked.length, asked, 'while its word holds nobody is asked again')

    const placed = await app.inject({
      method: 'POST',
      url: `/api/baskets/${key.id}/order`,
      headers: { 'basket-token': key.token, 'idempotency-key': key.id },
      payload: {
        email: 'buyer@kaffeehaus.example',
        address: Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)),
        deliveryMethod: 'standard',
        acceptedTotal: basket.total,
      },
    })
    assert.equal(placed.statusCode, 201, placed.body)
    const order = must(await getOrder(house.database, placed.json().id))
    assert.equal(order.taxTreatment, 'reverse_charge')
    assert.equal(order.tax.amount, 0)
    assert.deepEqual(order.business, {
      name: 'Kaffeehaus GmbH',
      vatNumber: 'DE136695976',
      country: 'DE',
      taxCode: null,
      check: { state: 'valid', checkedAt: order.business?.check?.checkedAt, consultation: 'WAPIAAAAYmcHPnBn' },
      exemption: null,
    })
    assert.ok(order.reasons.some(({ because }) => because === 'taxed_reverse_charge'))
    const page = await app.inject({ url: `/en/orders/${placed.json().linkToken}` })
    assert.match(page.body, /art\. 138/)
    assert.match(page.body, /DE136695976/)
    await house.expectNoBreach()
  })

  test('with a number that is not confirmed, or not now, pays like everybody; at home always', async () => {
    const cases: [typed: string, country: string, said: 'valid' | 'invalid' | 'MS_UNAVAILABLE', told: string][] = [
      ['DE129304291', 'DE', 'invalid', '2080 332 oss invalid'],
      ['DE119263782', 'DE', 'MS_UNAVAILABLE', '2080 332 oss unavailable'],
      ['IT02331250163', 'IT', 'valid', '2080 375 domestic valid'],
      // A company of Germany whose goods stay in Italy.
      ['DE812847601', 'IT', 'valid', '2080 375 domestic valid'],
    ]
    for (const [typed, country, said, told] of cases) {
      vies.say(typed, said)
      assert.equal(toldOf(await declare(await basketTo(country), company(typed))), told, `${typed} to ${country}`)
    }
  })

  test('what is no number, no name, no tax code is refused at its field, and the basket stays as it was', async () => {
    const key = await basketTo('IT')
    const before = await app.inject({ url: `/api/baskets/${key.id}`, headers: { 'basket-token': key.token } })
    const asked = vies.asked.length
    const cases: [wish: object, told: string][] = [
      [{ name: ' ', vatNumber: 'IT00743110157' }, 'orders.company_name_missing name'],
      [{ name: 'A', vatNumber: 'IT00743110158' }, 'tax.vat_number_wrong vatNumber'],
      [{ name: 'A', vatNumber: '12' }, 'tax.vat_number_wrong vatNumber'],
      [{ name: 'A', taxCode: 'short' }, 'orders.tax_code_wrong taxCode'],
    ]
    for (const [wish, told] of cases) assert.equal(toldOf(await declare(key, wish)), told)
    const after = await app.inject({ url: `/api/baskets/${key.id}`, headers: { 'basket-token': key.token } })
    assert.deepEqual(after.json(), before.json())
    assert.equal(vies.asked.length, asked)
    const said = await declare(key, { name: ' Locanda ', taxCode: 'rssmra80a01l736x' })
    assert.deepEqual(said.company, { name: 'Locanda', vatNumber: null, taxCode: 'RSSMRA80A01L736X', check: null })
    assert.equal((await declare(key, null)).company, null)
  })

  test('where the register is away the market decides, and it is asked again until it answers', async () => {
    vies.say('DE811125440', 'MS_UNAVAILABLE')
    const key = await basketTo('DE')
    assert.equal(toldOf(await declare(key, company('DE811125440'))), '2080 332 oss unavailable')
    const put = await app.inject({
      method: 'PUT',
      url: '/api/tax-choices/eu',
      headers: owner.headers,
      payload: {
        ...{ roundEach: 'line', rounding: 'half_up', base: 'after_discount', oddUnit: 'nearest' },
        ...{ acrossZones: 'keep_gross', deliveryTax: 'own_category', unverifiedNumbers: 'accept' },
      },
    })
    assert.equal(put.statusCode, 200, put.body)
    const view = async () =>
      toldOf((await app.inject({ url: `/api/baskets/${key.id}`, headers: { 'basket-token': key.token } })).json())
    assert.equal(await view(), '1705 0 reverse_charge unavailable')
    vies.say('DE811125440', 'invalid')
    await askAgain()
    assert.equal(await view(), '2080 332 oss invalid')
    const asked = vies.asked.length
    await askAgain()
    assert.deepEqual(
      vies.asked.slice(asked).filter((xml) => xml.includes('811125440')),
      [],
      'who was answered is left alone',
    )
  })

  test('named on the page: its fault at the field, its number told, the ground beside the total', async () => {
    vies.say('DE813184868', 'valid')
    const key = await basketTo('DE')
    const cookie = `fondaco_basket_id=${key.id}; fondaco_basket=${key.token}`
    const typed = (changes: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/en/checkout',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ key: key.id, country: 'DE', act: 'company', ...changes }).toString(),
      })
    const wrong = await typed({ business: 'Kaffeehaus', vat: 'DE 813 184 869' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /id="field-vat-problem"/)
    assert.match(wrong.body, /for-company"\s+open/)
    const right = await typed({ business: 'Kaffeehaus', vat: 'DE 813 184 868' })
    assert.equal(right.statusCode, 200)
    assert.match(right.body, /DE813184868 is confirmed/)
    assert.match(right.body, /data-part="untaxed">[^<]*art\. 138/)
    const again = await app.inject({ url: '/en/checkout', headers: { cookie } })
    assert.match(again.body, /value="DE813184868"/)
    const taken = await typed({ business: '', vat: '', tax_code: '' })
    assert.doesNotMatch(taken.body, /data-part="untaxed"/)
  })

  test('an order is never without tax for a company that nobody named', async () => {
    await assert.rejects(
      house.asOwner(`UPDATE orders.sales_order SET business = NULL WHERE tax_treatment = 'reverse_charge'`),
      /reverse_charge_has_its_ground/,
    )
  })
})
