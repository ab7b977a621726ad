import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import { pieces } from '../../../kernel/quantity.ts'
import { unitPrice, unitPriceOf } from '../../../kernel/unit-price.ts'
import { basePrice } from './content-of-piece.ts'

// Price, currency, content -> price of one base unit, rounded half up once; nothing where it is the price itself.
for (const [amount, currency, inside, unit, verdict] of [
  [499, 'EUR', '250', 'g', '1996 EUR/kg'],
  [100, 'EUR', '3', 'kg', '33 EUR/kg'],
  [200, 'EUR', '3', 'kg', '67 EUR/kg'],
  [1, 'EUR', '0.002', 'kg', '500 EUR/kg'],
  [1090, 'EUR', '0.75', 'l', '1453 EUR/l'],
  [5, 'EUR', '10', 'piece', '1 EUR/piece'],
  [45000, 'IDR', '330', 'ml', '136364 IDR/l'],
  [1000, 'JPY', '80', 'cm', '1250 JPY/m'],
  [1000, 'KWD', '500', 'g', '2000 KWD/kg'],
  [499, 'EUR', '1', 'kg', 'none'],
  [499, 'EUR', '1000', 'g', 'none'],
  [499, 'EUR', '0', 'g', 'none'],
  [499, 'EUR', '5', 'stone', 'none'],
] as const) {
  test(`${amount} ${currency} for ${inside} ${unit}: ${verdict}`, () => {
    const found = basePrice(unitPriceOf(money(amount, currency)), { amount: inside, unit })
    assert.equal(found ? `${found.price.amount} ${found.price.currency}/${found.unit}` : 'none', verdict)
  })
}

test('a price finer than the minor unit is rounded at the end alone', () => {
  const fine = unitPrice({ amount: 345n, scale: 4, currency: currencyCode('EUR'), per: pieces(1) })
  assert.equal(basePrice(fine, { amount: '2', unit: 'g' })?.price.amount, 1725n)
  assert.equal(basePrice(fine, null), undefined)
})
