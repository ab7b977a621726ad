import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { add, compare, convert, isUnit, parseQuantity, pieces, quantity, quantityText, subtract } from './quantity.ts'
import type { Unit } from './quantity.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

test('equal quantities look equal', () => {
  assert.deepEqual(quantity(1500n, 3, 'kg'), quantity(15n, 1, 'kg'))
  assert.deepEqual(quantity(15n, 1, 'kg'), { value: 15n, scale: 1, unit: 'kg' })
  assert.deepEqual(pieces(3), { value: 3n, scale: 0, unit: 'piece' })
  assert.ok(Object.isFrozen(pieces(3)))
})

test('a piece has no parts, and no quantity is finer than twelve decimals', () => {
  assert.throws(() => pieces(1.5), Fault)
  assert.throws(() => quantity(15n, 1, 'piece'), Fault)
  assert.throws(() => quantity(1n, 13, 'kg'), Fault)
  assert.throws(() => quantity(1n, -1, 'kg'), Fault)
  assert.equal(parseQuantity('1.5', 'piece'), undefined)
  assert.deepEqual(parseQuantity('2.0', 'piece'), pieces(2))
  assert.equal(parseQuantity('0.0000000000001', 'kg'), undefined)
  assert.equal(parseQuantity('abc', 'kg'), undefined)
})

// text, unit, other unit, expected
const conversions: readonly (readonly [string, Unit, Unit, string])[] = [
  ['1500', 'g', 'kg', '1.5'],
  ['1.5', 'kg', 'g', '1500'],
  ['0.75', 'l', 'ml', '750'],
  ['5', 'ml', 'l', '0.005'],
  ['25', 'mm', 'cm', '2.5'],
  ['180', 'cm', 'm', '1.8'],
  ['1.8', 'm', 'mm', '1800'],
  ['-2', 'kg', 'g', '-2000'],
  ['3', 'piece', 'piece', '3'],
]
for (const [text, unit, other, expected] of conversions) {
  test(`${text} ${unit} is ${expected} ${other}`, () => {
    const converted = convert(parseQuantity(text, unit)!, other)
    assert.deepEqual([quantityText(converted), converted.unit], [expected, other])
  })
}

test('dimensions never mix', () => {
  const kilo = quantity(1n, 0, 'kg')
  for (const unit of ['l', 'm', 'piece'] as const) {
    const other = quantity(1n, 0, unit)
    assert.throws(() => convert(kilo, unit), Fault)
    for (const act of [add, subtract, compare]) assert.throws(() => act(kilo, other), Fault)
  }
})

test('sums and comparisons convert to the first unit', () => {
  const kilos = parseQuantity('1.2', 'kg')!
  const grams = parseQuantity('300', 'g')!
  assert.deepEqual(add(kilos, grams), parseQuantity('1.5', 'kg'))
  assert.deepEqual(subtract(grams, kilos), parseQuantity('-900', 'g'))
  assert.deepEqual([compare(kilos, grams), compare(grams, kilos)], [1, -1])
  assert.equal(compare(quantity(1n, 0, 'kg'), quantity(1000n, 0, 'g')), 0)
})

test('only the units of the table are units', () => {
  assert.deepEqual(['kg', 'piece', 'lb', 'constructor', ''].map(isUnit), [true, true, false, false, false])
})

test('conversion loses nothing, and what is added can be taken away', () => {
  const lengths = fc.constantFrom<Unit>('mm', 'cm', 'm')
  const value = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  fc.assert(
    fc.property(value, fc.nat(6), lengths, lengths, value, (v, scale, unit, other, w) => {
      const q = quantity(v, scale, unit)
      assert.deepEqual(convert(convert(q, other), unit), q)
      const more = quantity(w, 2, other)
      assert.deepEqual(subtract(add(q, more), more), q)
    }),
  )
})
