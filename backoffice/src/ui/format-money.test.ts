import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf, formatMoney } from './format-money.ts'

test('minor units become a decimal by moving digits', () => {
  const cases: [number, number, string][] = [
    [1999, 2, '19.99'],
    [-1999, 2, '-19.99'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1500, 0, '1500'],
    [1234, 3, '1.234'],
    [9_007_199_254_740_991, 2, '90071992547409.91'],
  ]
  for (const [amount, exponent, text] of cases) assert.equal(decimalOf(amount, exponent), text)
})

test('amounts read as people of each language write them', () => {
  const euro = { amount: 123_456, currency: 'EUR' }
  assert.equal(formatMoney(euro, 'en'), '€1,234.56')
  assert.equal(formatMoney(euro, 'it'), '1234,56\u00a0€')
  assert.equal(formatMoney({ amount: 12_345_600, currency: 'EUR' }, 'it'), '123.456,00\u00a0€')
  assert.equal(formatMoney({ amount: 15_000_000, currency: 'IDR' }, 'id'), 'Rp\u00a0150.000')
  assert.equal(formatMoney({ amount: 1500, currency: 'JPY' }, 'en'), '¥1,500')
})

test('the largest exact amount keeps its last cent', () => {
  assert.equal(formatMoney({ amount: 9_007_199_254_740_991, currency: 'EUR' }, 'en'), '€90,071,992,547,409.91')
})
