import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { currencyCode } from './currency.ts'
import { money, times } from './money.ts'
import { parseQuantity, pieces, quantity } from './quantity.ts'
import type { Unit } from './quantity.ts'
import type { Rounding } from './rounding.ts'
import { lineTotal, parseUnitPrice, unitPrice, unitPriceOf } from './unit-price.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

// price, currency, per, unit, quantity, unit, rounding, minor units
type Row = readonly [string, string, string, Unit, string, Unit, Rounding, bigint]
const table: readonly Row[] = [
  ['19.99', 'EUR', '1', 'piece', '3', 'piece', 'half_up', 5997n],
  ['0.0345', 'EUR', '1', 'piece', '1000', 'piece', 'half_up', 3450n],
  ['0.0345', 'EUR', '1', 'piece', '1', 'piece', 'half_up', 3n],
  ['0.035', 'EUR', '1', 'piece', '1', 'piece', 'half_up', 4n],
  ['0.045', 'EUR', '1', 'piece', '1', 'piece', 'half_even', 4n],
  ['2.49', 'EUR', '100', 'g', '1.5', 'kg', 'half_up', 3735n],
  ['8.90', 'EUR', '1', 'kg', '333', 'g', 'half_up', 296n],
  ['8.90', 'EUR', '1', 'kg', '333', 'g', 'up', 297n],
  ['1.5', 'EUR', '0.75', 'l', '1', 'l', 'half_up', 200n],
  ['12.5', 'JPY', '1', 'piece', '3', 'piece', 'half_up', 38n],
  ['0.1255', 'KWD', '1', 'm', '50', 'cm', 'half_up', 63n],
  ['19.99', 'EUR', '1', 'piece', '-3', 'piece', 'half_up', -5997n],
]
for (const [price, currency, per, perUnit, bought, unit, rounding, expected] of table) {
  test(`${bought} ${unit} at ${price} ${currency} per ${per} ${perUnit} is ${expected} (${rounding})`, () => {
    const parsed = parseUnitPrice(price, currencyCode(currency), parseQuantity(per, perUnit)!)!
    assert.deepEqual(lineTotal(parsed, parseQuantity(bought, unit)!, rounding), money(expected, currency))
  })
}

test('a price is per something positive, of the same dimension', () => {
  const eur = currencyCode('EUR')
  assert.throws(() => unitPrice({ amount: 1n, scale: 0, currency: eur, per: pieces(0) }), Fault)
  assert.throws(() => unitPrice({ amount: 1n, scale: -1, currency: eur, per: pieces(1) }), Fault)
  assert.throws(() => lineTotal(unitPriceOf(money(1, 'EUR')), quantity(1n, 0, 'kg'), 'half_up'), Fault)
  assert.equal(parseUnitPrice('1,5', eur), undefined)
})

test('a price in whole minor units times whole pieces needs no rounding', () => {
  const currencies = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF')
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(100_000), currencies, (amount, count, currency) => {
      const m = money(amount, currency)
      for (const rounding of ['up', 'down'] as const) {
        assert.deepEqual(lineTotal(unitPriceOf(m), pieces(count), rounding), times(m, count))
      }
    }),
  )
})
