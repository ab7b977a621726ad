import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { decimalText, parseExactDecimal, shortestDecimal, tenTo } from './decimal.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

test('a decimal is digits, a point and digits; nothing else', () => {
  assert.deepEqual(parseExactDecimal('-12.340'), { value: -12340n, scale: 3 })
  assert.deepEqual(parseExactDecimal('+7'), { value: 7n, scale: 0 })
  assert.deepEqual(parseExactDecimal('-0.0'), { value: 0n, scale: 1 })
  for (const text of [
    '',
    '.',
    '.5',
    '5.',
    '1,5',
    '1e3',
    ' 1',
    '1 ',
    '1\n',
    '--1',
    '0x10',
    '١٢',
    'NaN',
    '1.2.3',
    '1_000',
    '9'.repeat(31),
  ]) {
    assert.equal(parseExactDecimal(text), undefined, JSON.stringify(text))
  }
})

test('a decimal is written as it is read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(9), (value, scale) => {
      assert.deepEqual(parseExactDecimal(decimalText(value, scale)), { value, scale })
    }),
  )
})

test('the shortest decimal is the same number and ends in no zero', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.nat(9), fc.nat(9), (value, scale, zeros) => {
      const shortest = shortestDecimal({ value: value * tenTo(zeros), scale: scale + zeros })
      assert.equal(shortest.value * tenTo(scale + zeros), value * tenTo(zeros) * tenTo(shortest.scale))
      assert.ok(shortest.scale === 0 || shortest.value % 10n !== 0n)
    }),
  )
  assert.throws(() => tenTo(-1), Fault)
})
