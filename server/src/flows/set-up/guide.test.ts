import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../kernel/time.ts'
import { missingOf, type ShopFacts, type StepCode } from './guide.ts'

const day = (text: string) => localDate(text)
const whole: ShopFacts = {
  named: true,
  entities: [{ code: 'bottega', vatNumber: 'IT12345678903', timeZone: 'Europe/Rome' }],
  locations: ['venezia'],
  markets: [{ code: 'it', countries: ['IT', 'SM'], currency: 'EUR', locationCode: 'venezia' }],
  rates: ['IT', 'SM'].map((country) => ({ country, category: 'standard', from: day('2013-10-01'), to: null })),
  today: day('2026-11-22'),
  deliveries: [{ countries: ['IT', 'SM'], currencies: ['EUR'], active: true }],
  hasPaymentProvider: true,
  published: 3,
  priced: 3,
  staff: 2,
}
const [market] = whole.markets
const [delivery] = whole.deliveries
assert.ok(market && delivery)

/** What is so · the step that lacks something · what it lacks, with what it says of it. */
const CASES: [string, Partial<ShopFacts>, StepCode, string[]][] = [
  ['no name', { named: false }, 'organisation', ['name']],
  ['no entity', { entities: [] }, 'entity', ['entity']],
  [
    'an entity without its number',
    { entities: [{ code: 'x', vatNumber: null, timeZone: 'UTC' }] },
    'entity',
    ['vat_number x'],
  ],
  ['no location', { locations: [], markets: [] }, 'location', ['location']],
  ['no market', { markets: [] }, 'market', ['market']],
  ['a market that sells from nowhere', { locations: ['elsewhere'] }, 'market', ['market_location it']],
  ['no market, so no taxes', { markets: [] }, 'tax', ['market']],
  ['a country without a rate', { rates: whole.rates.slice(0, 1) }, 'tax', ['tax_rate SM']],
  [
    'rates that ended, or have not begun',
    {
      rates: [
        { country: 'IT', category: 'standard', from: day('2013-10-01'), to: day('2026-11-21') },
        { country: 'SM', category: 'standard', from: day('2026-11-23'), to: null },
      ],
    },
    'tax',
    ['tax_rate IT, SM'],
  ],
  [
    'only a reduced rate',
    { rates: whole.rates.map((rate) => ({ ...rate, category: 'reduced_books' })) },
    'tax',
    ['tax_rate IT, SM'],
  ],
  ['nobody delivers', { deliveries: [] }, 'delivery', ['delivery_method IT, SM']],
  ['not any more', { deliveries: [{ ...delivery, active: false }] }, 'delivery', ['delivery_method IT, SM']],
  [
    'not in the currency',
    { deliveries: [{ ...delivery, currencies: ['USD'] }] },
    'delivery',
    ['delivery_method IT, SM'],
  ],
  ['not to all', { deliveries: [{ ...delivery, countries: ['IT'] }] }, 'delivery', ['delivery_method SM']],
  ['no provider', { hasPaymentProvider: false }, 'payment', ['payment_provider']],
  ['no product', { published: 0, priced: 0 }, 'product', ['product']],
  ['a product without a price', { priced: 0 }, 'product', ['price']],
  ['alone', { staff: 1 }, 'people', ['second_person']],
]

test('a whole shop lacks nothing', () => {
  for (const [step, missing] of Object.entries(missingOf(whole))) assert.deepEqual(missing, [], step)
})

for (const [what, facts, step, missing] of CASES) {
  test(`${what}: ${step} lacks ${missing.join() || 'nothing'}`, () => {
    const told = missingOf({ ...whole, ...facts })[step].map(({ code, params }) =>
      [code, ...Object.values(params)].join(' '),
    )
    assert.deepEqual(told, missing)
  })
}
