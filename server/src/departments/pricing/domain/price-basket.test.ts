import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, sum } from '../../../kernel/money.ts'
import { percent, percentFromPpm } from '../../../kernel/rate.ts'
import { priceBasket } from './price-basket.ts'
import type { LineToPrice, PriceSnapshot } from './price-snapshot.ts'

const eur = (cents: number | bigint) => money(cents, 'EUR')

function aLine(changes: Partial<LineToPrice> = {}): LineToPrice {
  return {
    variantId: 'v1',
    quantity: 1,
    unitPrice: eur(1000),
    compareAt: undefined,
    taxCategory: 'standard',
    sellable: true,
    ...changes,
  }
}

function aSnapshot(changes: Partial<PriceSnapshot> = {}): PriceSnapshot {
  return {
    market: { code: 'it', currency: currencyCode('EUR'), pricesIncludeTax: true },
    country: 'IT',
    lines: [aLine()],
    delivery: undefined,
    taxRates: new Map([
      ['standard', percent('22')],
      ['books', percent('4')],
    ]),
    ...changes,
  }
}

function priced(snapshot: PriceSnapshot) {
  const result = priceBasket(snapshot)
  assert.ok(result.ok, result.ok ? '' : result.refusal.code)
  return result.value
}

describe('the price of a basket', () => {
  // price, quantity, per cent, included -> net, tax, total
  const table: [number, number, string, boolean, number, number, number][] = [
    [1000, 1, '22', true, 820, 180, 1000],
    [1000, 3, '22', true, 2459, 541, 3000],
    [1000, 1, '22', false, 1000, 220, 1220],
    [1999, 2, '4', true, 3844, 154, 3998],
    [1, 1, '22', true, 1, 0, 1],
    [0, 5, '22', true, 0, 0, 0],
    [1000, 1, '0', true, 1000, 0, 1000],
  ]
  for (const [price, quantity, rate, included, net, tax, total] of table) {
    test(`${quantity} at ${price} with ${rate} % ${included ? 'included' : 'added'} is ${net} + ${tax} = ${total}`, () => {
      const market = { code: 'it', currency: currencyCode('EUR'), pricesIncludeTax: included }
      const lines = [aLine({ unitPrice: eur(price), quantity })]
      const basket = priced(aSnapshot({ market, lines, taxRates: new Map([['standard', percent(rate)]]) }))
      assert.deepEqual(basket.lines[0]?.net, eur(net))
      assert.deepEqual(basket.tax, eur(tax))
      assert.deepEqual(basket.total, eur(total))
    })
  }

  test('delivery costs until the goods reach its threshold, and says what is missing', () => {
    const delivery = { code: 'standard', price: eur(590), freeFrom: eur(5000), taxCategory: 'standard' }
    const below = priced(aSnapshot({ delivery, lines: [aLine({ unitPrice: eur(4999) })] }))
    assert.deepEqual(below.total, eur(5589))
    const refused = below.reasons.find((reason) => reason.rule === 'delivery_free_from')
    assert.equal(refused?.applied, false)
    assert.deepEqual(refused?.params.missing, eur(1))
    const reached = priced(aSnapshot({ delivery, lines: [aLine({ unitPrice: eur(5000) })] }))
    assert.deepEqual(reached.total, eur(5000))
    assert.equal(reached.reasons.find((reason) => reason.rule === 'delivery_free_from')?.applied, true)
  })

  test('each line has a reason for its price and for its tax', () => {
    const basket = priced(
      aSnapshot({ lines: [aLine(), aLine({ variantId: 'v2', taxCategory: 'books', compareAt: eur(1200) })] }),
    )
    const told = basket.reasons.map(({ rule, line, applied }) => `${rule} ${line} ${applied}`)
    assert.deepEqual(told, [
      'base_price 0 true',
      'tax 0 true',
      'base_price 1 true',
      'reduced_price 1 true',
      'tax 1 true',
    ])
  })

  // what is wrong -> code, field
  const refusals: [string, Partial<LineToPrice>, string, string][] = [
    ['not for sale', { sellable: false }, 'pricing.variant_not_for_sale', 'lines.0'],
    ['none', { quantity: 0 }, 'pricing.quantity_out_of_range', 'lines.0.quantity'],
    ['a thousand', { quantity: 1000 }, 'pricing.quantity_out_of_range', 'lines.0.quantity'],
    ['half a piece', { quantity: 0.5 }, 'pricing.quantity_out_of_range', 'lines.0.quantity'],
    ['no price', { unitPrice: undefined }, 'pricing.no_price', 'lines.0'],
    ['no rate', { taxCategory: 'unheard_of' }, 'pricing.no_tax_rate', 'lines.0'],
  ]
  for (const [what, change, code, field] of refusals) {
    test(`${what} is refused as ${code}`, () => {
      const result = priceBasket(aSnapshot({ lines: [aLine(change)] }))
      assert.ok(!result.ok)
      assert.equal(result.refusal.code, code)
      assert.equal(result.refusal.field, field)
    })
  }

  test('every bad line is told at once', () => {
    const result = priceBasket(
      aSnapshot({ lines: [aLine({ sellable: false }), aLine(), aLine({ unitPrice: undefined })] }),
    )
    assert.ok(!result.ok)
    assert.deepEqual(
      result.refusal.others?.map((other) => other.field),
      ['lines.0', 'lines.2'],
    )
  })

  test('parts sum to the total, whatever the basket', () => {
    const line = fc.record({
      price: fc.bigInt(0n, 10_000_000n),
      quantity: fc.integer({ min: 1, max: 999 }),
      ppm: fc.bigInt(0n, 300_000n),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        fc.bigInt(0n, 5000n),
        (lines, included, deliveryPrice) => {
          const taxRates = new Map(lines.map(({ ppm }, index) => [`c${index}`, percentFromPpm(ppm)]))
          const basket = priced(
            aSnapshot({
              market: { code: 'x', currency: currencyCode('EUR'), pricesIncludeTax: included },
              lines: lines.map(({ price, quantity }, index) =>
                aLine({ unitPrice: eur(price), quantity, taxCategory: `c${index}` }),
              ),
              delivery: { code: 'd', price: eur(deliveryPrice), freeFrom: undefined, taxCategory: 'c0' },
              taxRates,
            }),
          )
          const nets = sum([...basket.lines.map((one) => one.net), basket.delivery?.net ?? eur(0)], 'EUR')
          assert.equal(nets.amount + basket.tax.amount, basket.total.amount)
          assert.equal(basket.goods.amount + (basket.delivery?.total.amount ?? 0n), basket.total.amount)
          for (const one of basket.lines) assert.equal(one.net.amount + one.tax.amount, one.total.amount)
          if (included) {
            const shown = lines.reduce((total, { price, quantity }) => total + price * BigInt(quantity), deliveryPrice)
            assert.equal(basket.total.amount, shown)
          }
        },
      ),
    )
  })
})
