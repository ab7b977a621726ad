import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, sum } from '../../../kernel/money.ts'
import { percent, percentFromPpm } from '../../../kernel/rate.ts'
import { anySnapshot } from '../testing/any-basket.ts'
import { naiveTaxes } from '../testing/naive-taxes.ts'
import { priceBasket } from './price-basket.ts'
import type { LineToPrice, PriceSnapshot } from './price-snapshot.ts'
import { shareOut, taxAll } from './tax-of.ts'
import type { TaxRate } from './tax-rate.ts'
import { TAX_CHOICES, USUAL_TAX_SETTINGS, type TaxSettings } from './tax-settings.ts'

const runs = {
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 1500),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
}

const gst = { tax: 'gst', percent: percent('5') }
const CANADA: Readonly<Record<string, TaxRate>> = {
  'Alberta, GST alone': [gst],
  'British Columbia, GST and PST': [gst, { tax: 'pst', percent: percent('7') }],
  'Quebec before 2013, QST on top of GST': [gst, { tax: 'qst', percent: percent('9.5'), compound: true }],
}

describe('several taxes at once', () => {
  // amount, included -> net, taxes, gross
  const table: [string, number, boolean, number, number[], number][] = [
    ['Alberta, GST alone', 10000, false, 10000, [500], 10500],
    ['British Columbia, GST and PST', 10000, false, 10000, [500, 700], 11200],
    ['British Columbia, GST and PST', 11200, true, 10000, [500, 700], 11200],
    ['British Columbia, GST and PST', 999, false, 999, [50, 70], 1119],
    // 9.5 % of 105.00, not of 100.00.
    ['Quebec before 2013, QST on top of GST', 10000, false, 10000, [500, 998], 11498],
    ['Quebec before 2013, QST on top of GST', 114975, true, 100000, [5000, 9975], 114975],
  ]
  for (const [where, amount, included, net, taxes, gross] of table) {
    test(`${where}: ${amount} ${included ? 'with tax inside' : 'before tax'}`, () => {
      const cad = money(amount, 'CAD')
      const [one] = taxAll([{ amount: cad, before: cad, units: 1, rate: CANADA[where]! }], included)
      assert.deepEqual([Number(one!.net.amount), Number(one!.gross.amount)], [net, gross])
      assert.deepEqual(
        one!.taxes.map((tax) => Number(tax.amount.amount)),
        taxes,
      )
    })
  }
})

// Seven cents of tax for three equal lines: no share is further than a cent from what it exactly is.
test('who bears the odd cent', () => {
  assert.deepEqual(shareOut(7n, [10n, 10n, 10n], 'nearest'), [3n, 2n, 2n])
  assert.deepEqual(shareOut(7n, [10n, 10n, 10n], 'last'), [2n, 2n, 3n])
  assert.deepEqual(shareOut(8n, [10n, 10n, 10n], 'first'), [3n, 3n, 2n])
  assert.deepEqual(shareOut(7n, [10n, 20n, 10n], 'largest'), [2n, 4n, 1n])
  assert.deepEqual(shareOut(5n, [0n, 10n, 10n], 'first'), [0n, 3n, 2n])
  assert.deepEqual(shareOut(0n, [0n, 0n], 'last'), [0n, 0n])
})

const line = (changes: Partial<LineToPrice> = {}): LineToPrice => ({
  variantId: 'v1',
  quantity: 1,
  unitPrice: money(1220, 'EUR'),
  compareAt: undefined,
  taxCategory: 'standard',
  sellable: true,
  ...changes,
})

const italian = (changes: Partial<PriceSnapshot>, tax: Partial<TaxSettings> = {}): PriceSnapshot => ({
  market: {
    code: 'eu',
    currency: currencyCode('EUR'),
    pricesIncludeTax: true,
    tax: { ...USUAL_TAX_SETTINGS, ...tax },
  },
  country: 'DE',
  lines: [line()],
  delivery: undefined,
  taxRates: new Map([['standard', percent('19')]]),
  homeTaxRates: new Map([['standard', percent('22')]]),
  treatment: 'oss',
  ...changes,
})

const figures = (snapshot: PriceSnapshot) => {
  const priced = priceBasket(snapshot)
  assert.ok(priced.ok)
  const { lines, delivery, tax, total, reasons } = priced.value
  return {
    net: Number(lines[0]!.net.amount),
    tax: Number(tax.amount),
    total: Number(total.amount),
    delivery: delivery && delivery.taxes.map((one) => Number(one.amount.amount)),
    told: reasons.filter(({ rule }) => rule.startsWith('tax')).map(({ because }) => because),
  }
}

describe('a price of 12.20 with Italian tax inside, sold elsewhere', () => {
  // changes, settings -> net, tax, total, what the reasons say
  const table: [string, Partial<PriceSnapshot>, Partial<TaxSettings>, number, number, number, string[]][] = [
    ['Germany, the customer pays the same', {}, {}, 1025, 195, 1220, ['tax_included', 'taxed_oss']],
    [
      'Germany, the shop keeps the same',
      {},
      { acrossZones: 'keep_net' },
      1000,
      190,
      1190,
      ['tax_included', 'taxed_oss', 'price_keeps_net'],
    ],
    [
      'an export at the same price',
      { treatment: 'export', country: 'CH' },
      {},
      1220,
      0,
      1220,
      ['tax_export', 'taxed_export'],
    ],
    [
      'an export at the same net',
      { treatment: 'export', country: 'CH' },
      { acrossZones: 'keep_net' },
      1000,
      0,
      1000,
      ['tax_export', 'taxed_export', 'price_keeps_net'],
    ],
    [
      'reverse charge: whoever owes no tax does not pay it',
      { treatment: 'reverse_charge' },
      {},
      1000,
      0,
      1000,
      ['tax_reverse_charge', 'taxed_reverse_charge'],
    ],
    [
      'at home',
      { treatment: 'domestic', country: 'IT', taxRates: new Map([['standard', percent('22')]]) },
      { acrossZones: 'keep_net' },
      1000,
      220,
      1220,
      ['tax_included'],
    ],
  ]
  for (const [what, changes, settings, net, tax, total, told] of table) {
    test(what, () => {
      const got = figures(italian(changes, settings))
      assert.deepEqual([got.net, got.tax, got.total], [net, tax, total])
      assert.deepEqual(got.told, told)
    })
  }
})

test('delivery by its own category, or by what the goods bear', () => {
  const taxRates = new Map([
    ['standard', percent('22')],
    ['books', percent('4')],
  ])
  const delivery = { code: 'courier', price: money(1000, 'EUR'), freeFrom: undefined, taxCategory: 'standard' }
  const lines = [
    line({ unitPrice: money(3000, 'EUR') }),
    line({ variantId: 'v2', unitPrice: money(1000, 'EUR'), taxCategory: 'books' }),
  ]
  const italy = { country: 'IT', treatment: 'domestic' as const, taxRates, delivery, lines }
  assert.deepEqual(figures(italian(italy)).delivery, [180])
  // 7.50 of it bears 22 %, 2.50 bears 4 %.
  assert.deepEqual(figures(italian(italy, { deliveryTax: 'pro_rata' })).delivery, [135, 10])
})

const someRate: fc.Arbitrary<TaxRate> = fc.oneof(
  fc.constantFrom(0, 40_000, 99_750, 220_000).map(percentFromPpm),
  fc
    .uniqueArray(
      fc.record({
        tax: fc.constantFrom('gst', 'pst', 'qst'),
        percent: fc.constantFrom(0, 50_000, 70_000, 99_750, 1_000_000).map(percentFromPpm),
        compound: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3, selector: ({ tax }) => tax },
    )
    .map((taxes) => taxes),
)

const someSettings: fc.Arbitrary<TaxSettings> = fc.record({
  roundEach: fc.constantFrom(...TAX_CHOICES.roundEach),
  rounding: fc.constantFrom(...TAX_CHOICES.rounding),
  base: fc.constantFrom(...TAX_CHOICES.base),
  oddUnit: fc.constantFrom(...TAX_CHOICES.oddUnit),
  acrossZones: fc.constantFrom(...TAX_CHOICES.acrossZones),
  deliveryTax: fc.constantFrom(...TAX_CHOICES.deliveryTax),
})

describe('taxes, whatever the basket', () => {
  test('a second implementation comes to the same, tax by tax', () => {
    const part = fc.record({
      amount: fc.oneof(fc.bigInt(0n, 12n), fc.bigInt(0n, 90_000n)),
      off: fc.bigInt(0n, 500n),
      units: fc.integer({ min: 1, max: 9 }),
      rate: fc.nat(2),
    })
    const rates = fc.array(someRate, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        rates,
        fc.boolean(),
        someSettings,
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        (parts, known, included, settings, currency) => {
          const goods = parts.map(({ amount, off, units, rate }) => ({
            amount,
            before: amount + off,
            units,
            rate: known[rate]!,
          }))
          const ours = taxAll(
            goods.map((one) => ({ ...one, amount: money(one.amount, currency), before: money(one.before, currency) })),
            included,
            settings,
          )
          assert.deepEqual(
            ours.map(({ net, gross, taxes }) => ({
              net: net.amount,
              gross: gross.amount,
              taxes: taxes.map(({ amount }) => amount.amount),
            })),
            naiveTaxes(goods, included, settings),
          )
        },
      ),
      { ...runs, numRuns: runs.numRuns * 2 },
    )
  })

  test('net and tax sum to what is paid, taxes sum by rate, and nothing is negative', () => {
    const snapshots = fc
      .record({
        snapshot: anySnapshot,
        settings: someSettings,
        standard: someRate,
        books: someRate,
        away: fc.boolean(),
      })
      .map(({ snapshot, settings, standard, books, away }): PriceSnapshot => ({
        ...snapshot,
        market: { ...snapshot.market, tax: settings },
        taxRates: new Map([
          ['standard', standard],
          ['books', books],
        ]),
        ...(away && { homeTaxRates: snapshot.taxRates, treatment: 'oss' as const }),
      }))
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const priced = priceBasket(snapshot)
        assert.ok(priced.ok)
        const { lines, delivery, taxes, tax, total, currency } = priced.value
        const parts = [...lines, ...(delivery ? [delivery] : [])]
        const all = (amounts: readonly { readonly amount: bigint; readonly currency: typeof currency }[]) =>
          sum(amounts, currency).amount
        for (const one of parts) {
          assert.equal(one.net.amount + one.tax.amount, one.total.amount)
          assert.equal(all(one.taxes.map(({ amount }) => amount)), one.tax.amount)
          assert.ok(one.net.amount >= 0n && one.taxes.every(({ amount }) => amount.amount >= 0n))
        }
        for (const { name, percent: rate, tax: amount } of taxes) {
          const borne = parts.flatMap((one) =>
            one.taxes.filter((own) => own.tax === name && own.percent.ppm === rate.ppm).map((own) => own.amount),
          )
          assert.equal(all(borne), amount.amount)
        }
        assert.equal(all(taxes.map((one) => one.tax)), tax.amount)
        assert.equal(all(parts.map((one) => one.net)) + tax.amount, total.amount)
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
    )
  })
})
