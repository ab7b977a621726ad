import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ADDRESS_DATA } from './address-data.ts'
import { readPhone, showPhone } from './phone.ts'
import { addressFormat, checkAddress, type Address } from './address-format.ts'
import { checkBilling } from './billing-address.ts'
import { accessOf, downloadsLeft, type DownloadRight, type SoldDigitally } from './download-access.ts'
import { decide, refusalsOf, type OrderAction, type OrderState } from './order.ts'

describe('what may happen to an order', () => {
  const table: [OrderState, OrderAction, string][] = [
    ['awaiting_payment', 'pay', 'paid'],
    ['awaiting_payment', 'expire', 'expired'],
    ['awaiting_payment', 'cancel', 'cancelled'],
    ['paid', 'pay', 'orders.not_awaiting_payment'],
    ['paid', 'expire', 'orders.not_awaiting_payment'],
    ['paid', 'cancel', 'cancelled'],
    ['cancelled', 'pay', 'orders.not_awaiting_payment'],
    ['cancelled', 'expire', 'orders.not_awaiting_payment'],
    ['cancelled', 'cancel', 'orders.not_cancellable'],
    ['expired', 'pay', 'orders.not_awaiting_payment'],
    ['expired', 'expire', 'orders.not_awaiting_payment'],
    ['expired', 'cancel', 'orders.not_cancellable'],
  ]
  for (const [state, action, verdict] of table) {
    test(`${state}: ${action} -> ${verdict}`, () => {
      const decision = decide(state, action)
      assert.equal(decision.ok ? decision.value : decision.refusal.code, verdict)
    })
  }
  test('screens read the same table', () => {
    const [expired] = refusalsOf('expired', ['cancel'])
    assert.equal(expired?.refusal?.code, 'orders.not_cancellable')
    assert.deepEqual(refusalsOf('paid', ['cancel']), [{ action: 'cancel', refusal: null }])
  })
})

describe('when files open', () => {
  const at = (text: string) => new Date(text)
  const paid = { state: 'paid', placedAt: at('2026-11-23T09:00:00Z'), paidAt: at('2026-11-23T09:05:00Z') } as const
  const order: SoldDigitally = { ...paid, timeZone: 'Europe/Rome', forCompany: false, consentAt: null }
  const right: DownloadRight = { limit: null, days: 30, renewedAt: null, stoppedAt: null }
  const [soon, later] = [at('2026-11-24T00:00:00Z'), at('2027-03-01T00:00:00Z')]
  const agreed = { consentAt: paid.placedAt }
  const table: [string, Partial<SoldDigitally>, Partial<DownloadRight>, Date, string][] = [
    ['not paid', { ...agreed, state: 'awaiting_payment', paidAt: null }, {}, soon, 'unpaid'],
    ['nobody agreed', {}, {}, soon, 'waiting 2026-12-07T23:00:00.000Z'],
    ['the period is over', {}, {}, at('2026-12-08T00:00:00Z'), 'open 2026-12-07T23:00:00.000Z'],
    // The fourteenth day is a Saturday: the Monday ends it.
    ['over on a weekend', { placedAt: at('2026-11-21T09:00:00Z') }, {}, soon, 'waiting 2026-12-07T23:00:00.000Z'],
    ['agreed at the checkout', agreed, {}, soon, 'open 2026-11-23T09:05:00.000Z'],
    ['agreed later', { consentAt: at('2026-11-23T20:00:00Z') }, {}, soon, 'open 2026-11-23T20:00:00.000Z'],
    ['a company', { forCompany: true }, {}, soon, 'open 2026-11-23T09:05:00.000Z'],
    ['its days are gone', agreed, {}, later, 'over 2026-11-23T09:05:00.000Z'],
    ['given anew', agreed, { renewedAt: at('2027-02-20T00:00:00Z') }, later, 'open 2026-11-23T09:05:00.000Z'],
    ['without an end', agreed, { days: null }, later, 'open 2026-11-23T09:05:00.000Z'],
    ['taken back', agreed, { stoppedAt: soon }, soon, 'stopped'],
    ['called off', { ...agreed, state: 'cancelled' }, {}, soon, 'stopped'],
  ]
  for (const [what, sold, terms, now, verdict] of table) {
    test(`${what}: ${verdict}`, () => {
      const { state, opensAt } = accessOf({ ...order, ...sold }, { ...right, ...terms }, now)
      assert.equal([state, opensAt?.toISOString()].filter(Boolean).join(' '), verdict)
    })
  }
  test('how often is left, and never less than none', () => {
    assert.deepEqual([downloadsLeft(null, 7), downloadsLeft(3, 1), downloadsLeft(3, 4)], [null, 2, 0])
  })
})

describe('who buys what is not delivered', () => {
  const table: [string, Partial<Address>, string[]][] = [
    ['a name and a country', {}, []],
    ['no name', { name: ' ' }, ['address.name']],
    ['what is said all the same is right', { postcode: 'venezia' }, ['address.postcode']],
  ]
  for (const [what, change, fields] of table) {
    test(`${what}: ${fields.join(', ') || 'taken'}`, () => {
      const nobody: Address = { name: 'A B', street: '', postcode: '', city: '', country: 'IT' }
      const checked = checkAddress({ ...nobody, ...change }, { delivered: false })
      const found = checked.ok ? [] : [checked.refusal, ...(checked.refusal.others ?? [])].map(({ field }) => field)
      assert.deepEqual([...new Set(found)], fields)
      if (checked.ok) assert.deepEqual([checked.value.street, checked.value.city], ['', ''])
    })
  }
})

describe('to whom the invoice goes', () => {
  const venice = { name: 'A B', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE', country: 'IT' }
  const berlin = {
    name: 'A B',
    company: 'AB GmbH',
    street: 'Allee 2',
    postcode: '10115',
    city: 'Berlin',
    country: 'DE',
  }
  const table: [string, Partial<Address> | undefined, string[], string][] = [
    ['nobody else', undefined, ['physical'], 'none'],
    ['where the goods go', venice, ['physical'], 'none'],
    ['where the goods go, with a telephone', { ...venice, phone: '041 1' }, ['physical'], 'none'],
    ['another country', berlin, ['physical'], 'Berlin'],
    ['another country, with a gift card', berlin, ['gift_card', 'physical'], 'Berlin'],
    ['another country, with a file', berlin, ['physical', 'digital'], 'orders.billing_elsewhere billing.country'],
    ['another country, with a service', berlin, ['service'], 'orders.billing_elsewhere billing.country'],
    ['the same country, with a file', { ...venice, city: 'Mestre' }, ['digital'], 'Mestre'],
    ['no whole address', { name: 'A B', country: 'DE' }, [], 'orders.address_incomplete billing.street'],
    ['a postcode of elsewhere', { ...berlin, postcode: '1' }, [], 'orders.invalid_postcode billing.postcode'],
    ['no country', { ...berlin, country: 'ZZ' }, [], 'orders.billing_country_unknown billing.country'],
  ]
  for (const [what, given, kinds, verdict] of table) {
    test(`${what}: ${verdict}`, () => {
      const checked = checkBilling(given, { address: venice, kinds })
      const said = checked.ok ? (checked.value?.city ?? 'none') : `${checked.refusal.code} ${checked.refusal.field}`
      assert.equal(said, verdict)
      assert.ok(!checked.ok || !('phone' in (checked.value ?? {})))
    })
  }
})

describe('addresses', () => {
  const venice: Address = {
    name: 'A B',
    street: 'Calle 1',
    postcode: '30121',
    city: 'Venezia',
    region: 'VE',
    country: 'IT',
  }
  const table: [string, Partial<Address>, string[]][] = [
    ['whole', {}, []],
    ['with blanks around', { postcode: ' 30121 ' }, []],
    ['no name', { name: '  ' }, ['address.name']],
    ['no province', { region: undefined }, ['address.region']],
    ['a word for a postcode', { postcode: 'venezia' }, ['address.postcode']],
    [
      'nothing',
      { name: '', street: '', postcode: '', city: '', region: '' },
      ['address.name', 'address.street', 'address.postcode', 'address.city', 'address.region'],
    ],
    ['Germany without region', { country: 'DE', region: undefined, postcode: '10115' }, []],
    ['an unknown country with any postcode', { country: 'ZZ', postcode: 'x' }, []],
  ]
  for (const [what, change, fields] of table) {
    test(`${what}: ${fields.join(', ') || 'taken'}`, () => {
      const result = checkAddress({ ...venice, ...change })
      assert.deepEqual(result.ok ? [] : result.refusal.others?.map((other) => other.field), fields)
    })
  }
  test('each example postcode is one', () => {
    for (const country of ['IT', 'ES', 'FR', 'DE', 'AT', 'NL', 'BE', 'PT', 'IE', 'ID', ...Object.keys(ADDRESS_DATA)]) {
      const format = addressFormat(country)
      if (format.postcodeExample !== '') assert.match(format.postcodeExample, format.postcode ?? /$^/, country)
      assert.ok(format.order.includes('street') && format.required.includes('name'), country)
    }
  })
})

const phones: [typed: string, country: string, kept: string, shown: string][] = [
  ['041 523 1234', 'IT', '+390415231234', '041 523 1234'],
  ['+39 041 5231234', 'IT', '+390415231234', '041 523 1234'],
  ['030 901820', 'DE', '+4930901820', '030 901820'],
  ['+39 333 123 4567', 'DE', '+393331234567', '+39 333 123 4567'],
  ['0812-3456-7890', 'ID', '+6281234567890', '0812-3456-7890'],
  ['12', 'IT', 'orders.phone_wrong', ''],
  ['call me', 'IT', 'orders.phone_wrong', ''],
  ['+39 12', 'DE', 'orders.phone_wrong', ''],
]
for (const [typed, country, kept, shown] of phones) {
  test(`${typed} in ${country} is kept as ${kept}`, () => {
    const read = readPhone(typed, country)
    assert.equal(read.ok ? read.value : read.refusal.code, kept)
    if (read.ok) assert.equal(showPhone(read.value, country).replaceAll(/\s/g, ' '), shown)
    const address = { name: 'M', street: 'Calle 1', postcode: '30121', city: 'Venezia', region: 'VE' }
    const whole = checkAddress({ ...address, phone: typed, country: 'IT' })
    if (country === 'IT') assert.equal(whole.ok ? whole.value.phone : whole.refusal.code, kept)
  })
}

test('what nobody can read as a number is shown as it was written', () => {
  assert.equal(showPhone('ask at the bar', 'IT'), 'ask at the bar')
})
