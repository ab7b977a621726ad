import fc from 'fast-check'
import { currencyCode, type CurrencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { LineToPrice, PriceSnapshot } from '../domain/price-snapshot.ts'
import type { Action, Condition, GoodsSelector, Promotion } from '../domain/promotions/promotion.ts'
import type { TaxSettings } from '../domain/tax-settings.ts'

/** Baskets as property tests need them: small worlds, so that promotions meet the goods that they mean. */
const CATEGORIES = ['shirts', 'shoes', 'books']
const NOW = new Date('2026-11-22T10:00:00Z')

const subset = (items: readonly string[]) => fc.subarray([...items], { minLength: 1 })
const ppm = fc.oneof(
  fc.constantFrom(0, 50_000, 100_000, 333_333, 500_000, 1_000_000),
  fc.integer({ min: 0, max: 1_000_000 }),
)
const percent = ppm.map(percentFromPpm)
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const goods: fc.Arbitrary<GoodsSelector | undefined> = some(
  fc.record(
    {
      categories: subset(CATEGORIES),
      variants: subset(['v0', 'v1', 'v2']),
      labels: subset(['new', 'eco']),
      brands: subset(['alba', 'onda']),
      collections: subset(['winter', 'gifts']),
      except: fc.record({ categories: subset(CATEGORIES) }),
      notReduced: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
)

const amountsOf = (currency: CurrencyCode, max = 20_000) =>
  // Sometimes not offered in the basket's currency.
  fc
    .tuple(
      fc.integer({ min: 1, max }),
      fc.boolean().map((usual) => (usual ? currency : currencyCode('CHF'))),
    )
    .map(([amount, offered]) => [money(amount, offered)])

function actionsOf(currency: CurrencyCode): fc.Arbitrary<Action> {
  const amounts = amountsOf(currency)
  const count = fc.integer({ min: 1, max: 5 })
  const off = fc.oneof(
    percent.map((one) => ({ percent: one })),
    amounts.map((one) => ({ amounts: one })),
  )
  return fc.oneof<fc.Arbitrary<Action>[]>(
    fc.record({ kind: fc.constant('line_percent'), percent, goods }),
    fc.record({ kind: fc.constant('unit_amount'), amounts, goods, units: some(count) }),
    fc.record({ kind: fc.constant('line_amount'), amounts, goods }),
    fc.record({ kind: fc.constant('cheapest'), percent, units: count, goods }),
    fc.record({
      kind: fc.constant('buy_get'),
      buy: count,
      get: count,
      percent,
      goods,
      getGoods: goods,
      times: some(count),
    }),
    fc.record({ kind: fc.constant('group_price'), units: count, amounts, goods, times: some(count) }),
    fc.record({ kind: fc.constant('gift'), variant: fc.constantFrom('v0', 'v1', 'v9'), units: count }),
    fc.record({ kind: fc.constant('order_percent'), percent, goods }),
    fc.record({ kind: fc.constant('order_amount'), amounts, goods }),
    fc.record({
      kind: fc.constant('order_tiers'),
      goods,
      tiers: fc
        .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }), off)
        .map(([froms, one]) => froms.sort((a, b) => a - b).map((from) => ({ from, off: one }))),
    }),
    fc.record({ kind: fc.constant('delivery_percent'), percent }),
    fc.record({ kind: fc.constant('delivery_amount'), amounts }),
  )
}

function conditionsOf(currency: CurrencyCode): fc.Arbitrary<Condition> {
  const amounts = amountsOf(currency, 60_000)
  return fc.oneof<fc.Arbitrary<Condition>[]>(
    fc.record({ kind: fc.constant('subtotal_at_least'), amounts, goods }),
    fc.record({ kind: fc.constant('subtotal_at_most'), amounts, goods }),
    fc.record({ kind: fc.constant('units_at_least'), units: fc.integer({ min: 1, max: 12 }), goods }),
    fc.record({ kind: fc.constant('customer_group'), groups: subset(['trade', 'staff']) }),
    fc.record({ kind: fc.constant('nth_order'), orders: fc.constantFrom([1], [1, 2], [5]) }),
    fc.record({ kind: fc.constant('market'), markets: subset(['it', 'es']) }),
    fc.record({ kind: fc.constant('delivery_method'), methods: subset(['standard', 'express']) }),
  )
}

function promotionsOf(currency: CurrencyCode): fc.Arbitrary<Promotion> {
  return fc
    .record({
      code: fc.string({ minLength: 3, maxLength: 6, unit: fc.constantFrom(...'abcdef') }),
      conditions: fc.oneof(
        fc.constant([]),
        fc.constant([]),
        fc.array(conditionsOf(currency), { minLength: 1, maxLength: 2 }),
      ),
      action: actionsOf(currency),
      cap: some(amountsOf(currency)),
      limits: some(fc.record({ budget: fc.integer({ min: 0, max: 9000 }).map((amount) => money(amount, currency)) })),
      coupons: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, ['HELLO'], ['OTHER']),
      priority: fc.integer({ min: 0, max: 3 }),
      stackingClass: fc.constantFrom('a', 'b', 'c', 'd'),
      exclusive: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    })
    .map(({ cap, limits, coupons, ...rest }) => ({
      ...rest,
      names: { en: rest.code },
      ...(cap && { cap }),
      ...(limits && { limits }),
      ...(coupons && { coupons }),
    }))
}

function linesOf(currency: CurrencyCode): fc.Arbitrary<LineToPrice[]> {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 12 }),
    // Few prices, so that equals meet.
    price: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(100, 250), fc.integer({ min: 1, max: 30_000 })),
    category: fc.constantFrom(...CATEGORIES),
    labels: fc.subarray(['new', 'eco']),
    collections: fc.subarray(['winter', 'gifts']),
    brand: fc.constantFrom(undefined, 'alba', 'onda'),
    reduced: fc.boolean(),
    floor: fc.constantFrom(0, 0, 0, 1, 500),
    taxCategory: fc.constantFrom('standard', 'books'),
  })
  return fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) =>
    lines.map(({ price, category, reduced, floor, brand, ...rest }, index) => ({
      ...rest,
      variantId: `v${index}`,
      productId: `p${index % 3}`,
      unitPrice: money(price, currency),
      compareAt: reduced ? money(price + 100, currency) : undefined,
      sellable: true,
      categories: [category],
      ...(brand === undefined ? {} : { brand }),
      floorPrice: money(floor, currency),
    })),
  )
}

const settings: fc.Arbitrary<TaxSettings> = fc.record({
  roundEach: fc.constantFrom('unit', 'line', 'order'),
  rounding: fc.constantFrom('half_up', 'half_even', 'half_down'),
  base: fc.constantFrom('after_discount', 'before_discount'),
})

/** Currencies of every exponent: none, two, three decimals. */
export const anySnapshot: fc.Arbitrary<PriceSnapshot> = fc
  .constantFrom(currencyCode('JPY'), currencyCode('EUR'), currencyCode('KWD'))
  .chain((currency) =>
    fc
      .record({
        lines: linesOf(currency),
        promotions: fc.uniqueArray(promotionsOf(currency), {
          minLength: 2,
          maxLength: 12,
          selector: ({ code }) => code,
        }),
        pricesIncludeTax: fc.boolean(),
        tax: some(settings),
        freeFrom: some(fc.integer({ min: 1, max: 60_000 }).map((amount) => money(amount, currency))),
        nthOrder: fc.constantFrom(undefined, 1, 5),
        customerGroups: fc.subarray(['trade', 'staff']),
        coupons: fc.constantFrom([], ['hello'], [' Other ', 'none']),
      })
      .map(({ lines, promotions, pricesIncludeTax, tax, freeFrom, ...who }) => ({
        market: { code: 'it', currency, pricesIncludeTax, ...(tax && { tax }) },
        country: 'IT',
        lines,
        delivery: { code: 'standard', price: money(590, currency), freeFrom, taxCategory: 'standard' },
        taxRates: new Map([
          ['standard', percentFromPpm(220_000)],
          ['books', percentFromPpm(40_000)],
        ]),
        sale: { now: NOW, channel: 'web', promotions, ...who },
      })),
  )
