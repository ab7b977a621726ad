import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkTariff, parcelOf, tariffCost, type Bracket, type DeliveryTariff, type Parcel } from './tariff.ts'

const parcel = (weightGrams: number, units = 1, categories: string[] = []): Parcel => ({
  weightGrams,
  units,
  pieces: [{ units, categories }],
})

const steps: Bracket[] = [
  { upTo: 2000, price: 690 },
  { upTo: 10_000, price: 1290 },
  { upTo: null, price: 2490 },
]
const byWeight: DeliveryTariff = { by: 'weight', brackets: steps }
const bulky = { name: 'Bulky', price: 1200, categories: ['furniture'] }

/** What · table · parcel · value of the goods · what it costs · whether the rest is free. */
const COSTS: [string, DeliveryTariff, Parcel, bigint, bigint, boolean][] = [
  ['flat', { by: 'flat', price: 490 }, parcel(9000, 7), 100n, 490n, false],
  ['up to the limit, counted in', byWeight, parcel(2000), 0n, 690n, false],
  ['a gram more', byWeight, parcel(2001), 0n, 1290n, false],
  ['above all limits', byWeight, parcel(99_000_000), 0n, 2490n, false],
  ['nothing weighed', byWeight, parcel(0), 0n, 690n, false],
  [
    'by value',
    {
      by: 'value',
      brackets: [
        { upTo: 5000, price: 900 },
        { upTo: null, price: 0 },
      ],
    },
    parcel(1),
    5001n,
    0n,
    false,
  ],
  [
    'by pieces',
    {
      by: 'units',
      brackets: [
        { upTo: 3, price: 500 },
        { upTo: null, price: 800 },
      ],
    },
    parcel(1, 4),
    0n,
    800n,
    false,
  ],
  ['first and next', { by: 'first_next', first: 590, next: 150 }, parcel(1, 4), 0n, 1040n, false],
  ['the first alone', { by: 'first_next', first: 590, next: 150 }, parcel(1, 1), 0n, 590n, false],
  ['free from', { by: 'flat', price: 490, freeFrom: 8000 }, parcel(1), 8000n, 0n, true],
  ['not yet free', { by: 'flat', price: 490, freeFrom: 8000 }, parcel(1), 7999n, 490n, false],
  [
    'a surcharge once',
    { by: 'flat', price: 490, surcharges: [{ ...bulky, per: 'order' }] },
    parcel(1, 3, ['furniture']),
    0n,
    1690n,
    false,
  ],
  [
    'a surcharge each',
    { by: 'flat', price: 490, surcharges: [{ ...bulky, per: 'unit' }] },
    parcel(1, 3, ['furniture']),
    0n,
    4090n,
    false,
  ],
  [
    'other goods bear none',
    { by: 'flat', price: 490, surcharges: [{ ...bulky, per: 'unit' }] },
    parcel(1, 3, ['books']),
    0n,
    490n,
    false,
  ],
  [
    'for every parcel',
    { by: 'flat', price: 490, surcharges: [{ ...bulky, categories: [], per: 'order' }] },
    parcel(1),
    0n,
    1690n,
    false,
  ],
  [
    'stays where the rest is free',
    { by: 'flat', price: 490, freeFrom: 1, surcharges: [{ ...bulky, per: 'order' }] },
    parcel(1, 1, ['furniture']),
    5n,
    1200n,
    true,
  ],
]
describe('what a table says', () => {
  for (const [what, tariff, of, goods, amount, free] of COSTS)
    test(what, () => {
      const cost = tariffCost(tariff, of, goods)
      assert.deepEqual([cost.amount, cost.free], [amount, free])
    })
  test('which line of the table it was', () => {
    assert.deepEqual(tariffCost(byWeight, parcel(1), 0n).bracket, { over: undefined, upTo: 2000 })
    assert.deepEqual(tariffCost(byWeight, parcel(5000), 0n).bracket, { over: 2000, upTo: 10_000 })
    assert.deepEqual(tariffCost(byWeight, parcel(50_000), 0n).bracket, { over: 10_000, upTo: null })
  })
})

const of = (by: 'weight' | 'units', limits: (number | null)[]): DeliveryTariff => ({
  by,
  brackets: limits.map((upTo) => ({ upTo, price: 1 })),
})
/** Table · verdict, with the field. */
const TABLES: [DeliveryTariff, string][] = [
  [{ by: 'flat', price: 0 }, 'taken'],
  [of('weight', [1, 2, null]), 'taken'],
  [of('weight', [null]), 'taken'],
  [of('weight', [0, null]), 'taken'],
  [of('units', [0, null]), 'pricing.tariff_not_rising t.brackets.0.upTo'],
  [of('weight', [2, 2, null]), 'pricing.tariff_not_rising t.brackets.1.upTo'],
  [of('weight', [5, 3, null]), 'pricing.tariff_not_rising t.brackets.1.upTo'],
  [of('weight', [5, 7]), 'pricing.tariff_not_closed t.brackets.1.upTo'],
  [of('weight', [null, 7, null]), 'pricing.tariff_not_closed t.brackets.0.upTo'],
]
test('tables without gaps and overlaps are taken, others told where', () => {
  for (const [table, verdict] of TABLES) {
    const checked = checkTariff(table, 't')
    assert.equal(
      checked.ok ? 'taken' : `${checked.refusal.code} ${checked.refusal.field}`,
      verdict,
      JSON.stringify(table),
    )
  }
})

const money = fc.integer({ min: 0, max: 1_000_000 })
const anyBrackets = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 6 }),
    fc.array(money, { minLength: 7, maxLength: 7 }),
  )
  .map(([limits, prices]) => [
    ...limits.sort((a, b) => a - b).map((upTo, at): Bracket => ({ upTo, price: prices[at]! })),
    { upTo: null, price: prices[6]! },
  ])
const anyTariff: fc.Arbitrary<DeliveryTariff> = fc
  .tuple(
    fc.oneof(
      money.map((price) => ({ by: 'flat' as const, price })),
      fc
        .tuple(fc.constantFrom('weight' as const, 'value' as const, 'units' as const), anyBrackets)
        .map(([by, brackets]) => ({ by, brackets })),
      fc.tuple(money, money).map(([first, next]) => ({ by: 'first_next' as const, first, next })),
    ),
    fc.option(money, { nil: undefined }),
    fc.array(
      fc.record({
        name: fc.constant('s'),
        price: money,
        per: fc.constantFrom('order' as const, 'unit' as const),
        categories: fc.subarray(['a', 'b']),
      }),
      { maxLength: 2 },
    ),
  )
  .map(([basis, freeFrom, surcharges]) => ({ ...basis, ...(freeFrom !== undefined && { freeFrom }), surcharges }))
const anyParcel = fc
  .tuple(
    fc.nat(200_000),
    fc.array(fc.record({ units: fc.integer({ min: 1, max: 99 }), categories: fc.subarray(['a', 'b']) }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([weightGrams, pieces]): Parcel => ({
    weightGrams,
    pieces,
    units: pieces.reduce((all, { units }) => all + units, 0),
  }))

test('a sound table has one price for every parcel, never below nothing, and its parts sum to it', () => {
  fc.assert(
    fc.property(anyTariff, anyParcel, fc.bigInt({ min: 0n, max: 2_000_000n }), (tariff, one, goods) => {
      assert.ok(checkTariff(tariff, 't').ok)
      const { amount, base, free, surcharges } = tariffCost(tariff, one, goods)
      assert.ok(base >= 0n && amount >= 0n)
      assert.equal(
        amount,
        surcharges.reduce((all, { amount: extra }) => all + extra, free ? 0n : base),
      )
    }),
    { numRuns: 300 },
  )
})

test('where its prices rise, what is heavier or more never costs less', () => {
  fc.assert(
    fc.property(anyTariff, anyParcel, fc.nat(100_000), fc.integer({ min: 1, max: 50 }), (tariff, one, grams, units) => {
      const rising =
        'brackets' in tariff
          ? { ...tariff, brackets: tariff.brackets.map((bracket, at) => ({ ...bracket, price: at * 10 })) }
          : tariff
      const pieces = [...one.pieces, { units, categories: ['a', 'b'] }]
      const more = { weightGrams: one.weightGrams + grams, units: one.units + units, pieces }
      assert.ok(tariffCost(rising, more, 100n).amount >= tariffCost(rising, one, 100n).amount)
    }),
    { numRuns: 300 },
  )
})

test('a parcel is what is carried: bundles by their components, files not at all', () => {
  const line = { weightGrams: 300, categories: ['mugs'] }
  const { weightGrams, units, pieces } = parcelOf([
    { ...line, quantity: 2 },
    { ...line, quantity: 5, delivered: false },
    { quantity: 3, weightGrams: 9999, bundle: { components: [{ ...line, quantity: 2, weightGrams: 100 }] } },
  ])
  assert.deepEqual([weightGrams, units, pieces.length], [1200, 8, 2])
})
