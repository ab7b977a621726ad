import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalOf, formatMoney } from './format-money.ts'
import { parseMoney } from './parse-money.ts'

test('amounts are read as people type them', () => {
  const cases: [string, string, number | undefined][] = [
    ['12', 'EUR', 1200],
    ['12.5', 'EUR', 1250],
    ['12,50', 'EUR', 1250],
    ['0,05', 'EUR', 5],
    ['1.250,50', 'EUR', 125_050],
    ['1,250.50', 'EUR', 125_050],
    ['1 250,50', 'EUR', 125_050],
    ['1.250', 'EUR', 125_000],
    ['1.234.567', 'EUR', 123_456_700],
    ['1500', 'JPY', 1500],
    ['1.500', 'JPY', 1500],
    ['12.345', 'KWD', 12_345],
    ['12.3456', 'EUR', undefined],
    ['1.25.3', 'EUR', undefined],
    ['1,2.34', 'EUR', undefined],
    ['-5', 'EUR', undefined],
    ['', 'EUR', undefined],
    ['twelve', 'EUR', undefined],
    ['99999999999999999', 'EUR', undefined],
  ]
  for (const [text, currency, amount] of cases)
    assert.equal(parseMoney(text, currency)?.amount, amount, `${text} ${currency}`)
})

test('what is shown can be typed back, in every language', () => {
  const locales = fc.constantFrom('en', 'it', 'es', 'id')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      locales,
      fc.constantFrom('EUR', 'JPY', 'USD'),
      (amount, locale, currency) => {
        const shown = formatMoney({ amount, currency }, locale).replaceAll(/[^\d.,]/g, '')
        assert.deepEqual(parseMoney(shown, currency), { amount, currency })
        const exponent = currency === 'JPY' ? 0 : 2
        assert.deepEqual(parseMoney(decimalOf(amount, exponent), currency), { amount, currency })
      },
    ),
  )
})
