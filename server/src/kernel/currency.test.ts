import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from './assert.ts'
import { cashRoundingOf, currencyCode, exponentOf, isCurrencyCode } from './currency.ts'
import { currencyTable } from './currency-table.ts'

const table: readonly (readonly [code: string, exponent: number, cashStep: bigint])[] = [
  ['EUR', 2, 1n],
  ['USD', 2, 1n],
  ['CHF', 2, 5n],
  ['CAD', 2, 5n],
  ['DKK', 2, 50n],
  ['SEK', 2, 100n],
  ['HUF', 2, 500n],
  ['NZD', 2, 10n],
  ['IDR', 2, 100n],
  ['JPY', 0, 1n],
  ['KRW', 0, 1n],
  ['KWD', 3, 1n],
  ['IQD', 3, 1000n],
  ['CLF', 4, 1n],
]

for (const [code, exponent, cashStep] of table) {
  test(`${code} has ${exponent} decimals and is paid in steps of ${cashStep}`, () => {
    assert.equal(exponentOf(currencyCode(code)), exponent)
    assert.equal(cashRoundingOf(currencyCode(code)), cashStep)
  })
}

test('only currencies in use, in upper case, are currencies', () => {
  for (const code of ['eur', 'ITL', 'BGN', 'HRK', 'XAU', 'XXX', 'XTS', '', 'EURO', 'constructor', '__proto__']) {
    assert.equal(isCurrencyCode(code), false, code)
    assert.throws(() => currencyCode(code), Fault, code)
  }
})

test('the table is in order, without doubles, with exponents from 0 to 4', () => {
  const codes = currencyTable.map(([code]) => code)
  assert.deepEqual(codes, [...new Set(codes)].sort())
  assert.ok(codes.length > 150)
  for (const [code, exponent] of currencyTable) {
    assert.match(code, /^[A-Z]{3}$/)
    assert.ok([0, 2, 3, 4].includes(exponent), code)
  }
})
