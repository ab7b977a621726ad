import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencyCode } from '../../../kernel/currency.ts'
import { fromProviderUnits, toProviderUnits } from './provider-amount.ts'

const cases = [
  ['EUR', 1999n, 2, 1999n],
  ['JPY', 500n, 0, 500n],
  ['JPY', 500n, 2, 50_000n],
  ['KWD', 12_340n, 2, 1_234n],
  ['KWD', 12_345n, 3, 12_345n],
] as const

for (const [code, iso, exponent, there] of cases) {
  test(`${iso} ${code} is ${there} with ${exponent} decimals, and back`, () => {
    const currency = currencyCode(code)
    assert.equal(toProviderUnits(iso, currency, exponent), there)
    assert.equal(fromProviderUnits(there, currency, exponent), iso)
  })
}

test('what cannot be said exactly is a fault, not a rounded charge', () => {
  assert.throws(() => toProviderUnits(12_345n, currencyCode('KWD'), 2), /cannot be said/)
})
