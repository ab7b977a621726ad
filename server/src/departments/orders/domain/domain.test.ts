import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../kernel/time.ts'
import { addressFormat, checkAddress, type Address } from './address-format.ts'
import { promisedDates, type DeliveryMethod } from './delivery-method.ts'
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
    for (const country of ['IT', 'ES', 'FR', 'DE', 'AT', 'NL', 'BE', 'PT', 'IE', 'ID']) {
      const format = addressFormat(country)
      assert.match(format.postcodeExample, format.postcode ?? /$^/, country)
    }
  })
})

describe('promised dates', () => {
  const method = { minDays: 1, maxDays: 3 } as DeliveryMethod
  const table: [string, string, string][] = [
    ['2026-11-23', '2026-11-24', '2026-11-26'],
    ['2026-11-20', '2026-11-23', '2026-11-25'],
    ['2026-11-21', '2026-11-23', '2026-11-25'],
    ['2024-02-28', '2024-02-29', '2024-03-04'],
    ['2026-12-31', '2027-01-01', '2027-01-05'],
  ]
  for (const [today, from, to] of table) {
    test(`ordered ${today}: ${from} to ${to}`, () => {
      assert.deepEqual(promisedDates(method, localDate(today)), { from, to })
    })
  }
})
