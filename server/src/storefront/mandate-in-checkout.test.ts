/** What a mandate lacks is told with everything else that is missing, in one go; and the focus is where it is told. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { DEBIT, IBAN } from '../departments/bank/testing/a-direct-debit.ts'
import { putPaymentMethod } from '../departments/payments/index.ts'
import { createTestServer } from '../testing/create-test-server.ts'
import { must, openShop } from '../testing/scene.ts'
import { Shopper } from '../testing/shopper.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance

before(async () => {
  house = await createTestHouse({ demo: false })
  await openShop(house, { stock: { mug: 9 } })
  must(await house.run((ctx) => putPaymentMethod(ctx, { method: { ...DEBIT, active: true }, version: undefined })))
  app = await createTestServer(house)
})

const hidden = ({ body }: LightMyRequestResponse, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(body)?.[1] ?? ''

const faultsIn = ({ body }: LightMyRequestResponse): string[] =>
  [...body.matchAll(/<li><a href="#field-(\w+)">/g)].map(([, field = '']) => field)

const whole = { email: 'm@locanda.example', name: 'Mirandolina', street: 'Calle 7', postcode: '30121', city: 'Venezia' }

test('the faults of a mandate stand beside those of the address, all at once', async () => {
  const shopper = new Shopper(app)
  await shopper.add('mug')
  const page = await shopper.get('/it/checkout')
  const shared = {
    ...{ key: hidden(page, 'key'), total: hidden(page, 'total'), currency: 'EUR', policies: hidden(page, 'policies') },
    ...{ country: 'IT', delivery: 'standard', payment: 'debit', act: 'order' },
  }
  const cases: [what: string, typed: Record<string, string>, faults: string[]][] = [
    ['nothing', {}, 'email name street postcode city region debit_holder debit_iban debit_signed'.split(' ')],
    [
      'a name, which is the holder’s too',
      { name: 'Ada' },
      'email street postcode city region debit_iban debit_signed'.split(' '),
    ],
    [
      'all but a right account and the tick',
      { ...whole, region: 'VE', debit_iban: 'IT60X' },
      ['debit_iban', 'debit_signed'],
    ],
    ['all but the tick', { ...whole, region: 'VE', debit_iban: IBAN }, ['debit_signed']],
    [
      'no city, and an account out of reach',
      { ...whole, region: 'VE', city: '', debit_iban: 'GB82WEST12345698765432', debit_signed: 'yes' },
      ['city', 'debit_iban'],
    ],
  ]
  for (const [what, typed, faults] of cases) {
    const answer = await shopper.post('/it/checkout', { ...shared, ...typed })
    assert.equal(answer.statusCode, 422, what)
    assert.deepEqual(faultsIn(answer), faults, what)
    assert.match(answer.body, /tabindex="-1" autofocus id="problems"/, what)
  }
  const placed = await shopper.post('/it/checkout', {
    ...shared,
    ...whole,
    region: 'VE',
    debit_iban: IBAN,
    debit_signed: 'yes',
  })
  assert.equal(placed.statusCode, 303)
  assert.match(String(placed.headers.location), /^\/it\/orders\//)
})

test('who pays otherwise is asked for no mandate, whatever stands in its fields', async () => {
  const shopper = new Shopper(app)
  await shopper.add('mug')
  const page = await shopper.get('/it/checkout')
  const payment = hidden(page, 'payment') || /name="payment" value="(?!debit")([^"]*)"/.exec(page.body)?.[1] || ''
  assert.notEqual(payment, '')
  const answer = await shopper.post('/it/checkout', {
    ...{ key: hidden(page, 'key'), total: hidden(page, 'total'), currency: 'EUR', policies: hidden(page, 'policies') },
    ...{ ...whole, country: 'IT', delivery: 'standard', act: 'order', payment, debit_iban: 'nonsense' },
  })
  assert.deepEqual(faultsIn(answer), ['region'])
})
