import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { currencyCode } from '../../../../kernel/currency.ts'
import { money, toDecimal, type Money } from '../../../../kernel/money.ts'
import { percent } from '../../../../kernel/rate.ts'
import { priceBasket } from '../price-basket.ts'
import type { LineToPrice, PriceSnapshot, SaleToPrice } from '../price-snapshot.ts'
import type { Promotion } from './promotion.ts'

const eur = (cents: number) => money(cents, 'EUR')
const NOW = new Date('2026-11-22T10:00:00Z')

function shirt(changes: Partial<LineToPrice> = {}): LineToPrice {
  return {
    variantId: 'shirt',
    productId: 'shirt',
    quantity: 1,
    unitPrice: eur(2000),
    compareAt: undefined,
    taxCategory: 'standard',
    sellable: true,
    categories: ['shirts'],
    ...changes,
  }
}
const shoes = (changes: Partial<LineToPrice> = {}) =>
  shirt({ variantId: 'shoes', productId: 'shoes', unitPrice: eur(5000), categories: ['shoes'], ...changes })
const sock = (changes: Partial<LineToPrice> = {}) =>
  shirt({ variantId: 'sock', productId: 'sock', unitPrice: eur(333), categories: ['socks'], ...changes })

function promotion(changes: Partial<Promotion> & Pick<Promotion, 'action'>): Promotion {
  return {
    code: 'P',
    names: { en: 'P' },
    conditions: [],
    priority: 0,
    stackingClass: 'a',
    exclusive: false,
    ...changes,
  }
}

function price(lines: readonly LineToPrice[], promotions: readonly Promotion[], more: Partial<SaleToPrice> = {}) {
  const snapshot: PriceSnapshot = {
    market: { code: 'it', currency: currencyCode('EUR'), pricesIncludeTax: true },
    country: 'IT',
    lines,
    delivery: { code: 'standard', price: eur(590), freeFrom: eur(10_000), taxCategory: 'standard' },
    taxRates: new Map([['standard', percent('22')]]),
    sale: { now: NOW, channel: 'web', customerGroups: [], nthOrder: undefined, coupons: [], promotions, ...more },
  }
  const result = priceBasket(snapshot)
  assert.ok(result.ok)
  return result.value
}

const half = percent('50')
const all = percent('100')

describe('what a promotion takes off', () => {
  // what, lines, promotion, off each line, off delivery
  const table: [string, LineToPrice[], Promotion, number[], number][] = [
    [
      '10 % of shirts',
      [shirt({ quantity: 3 }), shoes()],
      promotion({ action: { kind: 'line_percent', percent: percent('10'), goods: { categories: ['shirts'] } } }),
      [600, 0],
      0,
    ],
    [
      'a third of a sock, half up',
      [sock()],
      promotion({ action: { kind: 'line_percent', percent: percent('33.3333') } }),
      [111],
      0,
    ],
    [
      '5 EUR a unit, never more than it costs',
      [sock({ quantity: 2 }), shoes()],
      promotion({ action: { kind: 'unit_amount', amounts: [eur(500)] } }),
      [666, 500],
      0,
    ],
    [
      '5 EUR off one unit: the dearest',
      [shirt({ quantity: 2 }), shoes()],
      promotion({ action: { kind: 'unit_amount', amounts: [eur(500)], units: 1 } }),
      [0, 500],
      0,
    ],
    [
      '5 EUR a line',
      [shirt({ quantity: 2 }), shoes()],
      promotion({ action: { kind: 'line_amount', amounts: [eur(500)] } }),
      [500, 500],
      0,
    ],
    [
      'the cheapest at half',
      [shirt({ quantity: 2 }), shoes()],
      promotion({ action: { kind: 'cheapest', percent: half, units: 1 } }),
      [1000, 0],
      0,
    ],
    [
      'three for two',
      [shirt({ quantity: 3 })],
      promotion({ action: { kind: 'buy_get', buy: 2, get: 1, percent: all } }),
      [2000],
      0,
    ],
    [
      'three for two, mixed: the cheapest is free',
      [shirt({ quantity: 2 }), sock()],
      promotion({ action: { kind: 'buy_get', buy: 2, get: 1, percent: all } }),
      [0, 333],
      0,
    ],
    [
      'shoes bought, a shirt free',
      [shirt({ quantity: 2 }), shoes()],
      promotion({
        action: {
          kind: 'buy_get',
          buy: 1,
          get: 1,
          percent: all,
          goods: { categories: ['shoes'] },
          getGoods: { categories: ['shirts'] },
        },
      }),
      [2000, 0],
      0,
    ],
    [
      'what is bought is not given too',
      [shirt({ quantity: 1 }), shoes()],
      promotion({
        action: { kind: 'buy_get', buy: 1, get: 1, percent: all, goods: { categories: ['shirts'] }, getGoods: {} },
      }),
      [0, 5000],
      0,
    ],
    [
      'once, though there are two sets',
      [shirt({ quantity: 6 })],
      promotion({ action: { kind: 'buy_get', buy: 2, get: 1, percent: all, times: 1 } }),
      [2000],
      0,
    ],
    [
      'any three for 50 EUR: the dearest',
      [shirt({ quantity: 2 }), shoes(), sock()],
      promotion({ action: { kind: 'group_price', units: 3, amounts: [eur(5000)] } }),
      [1778, 2222, 0],
      0,
    ],
    [
      'a gift',
      [shirt(), sock({ quantity: 3 })],
      promotion({ action: { kind: 'gift', variant: 'sock', units: 2 } }),
      [0, 666],
      0,
    ],
    [
      '10 EUR off the order, borne by both',
      [shirt({ quantity: 1 }), shoes()],
      promotion({ action: { kind: 'order_amount', amounts: [eur(1000)] } }),
      [286, 714],
      0,
    ],
    [
      'more than the order costs',
      [sock()],
      promotion({ action: { kind: 'order_amount', amounts: [eur(1000)] } }),
      [333],
      0,
    ],
    [
      'the second tier',
      [shirt({ quantity: 4 })],
      promotion({
        action: {
          kind: 'order_tiers',
          tiers: [
            { from: [eur(3000)], off: { percent: percent('5') } },
            { from: [eur(8000)], off: { percent: percent('10') } },
            { from: [eur(9000)], off: { percent: half } },
          ],
        },
      }),
      [800],
      0,
    ],
    ['delivery at half', [shirt()], promotion({ action: { kind: 'delivery_percent', percent: half } }), [0], 295],
    [
      '10 EUR off a delivery of 5.90',
      [shirt()],
      promotion({ action: { kind: 'delivery_amount', amounts: [eur(1000)] } }),
      [0],
      590,
    ],
    ['a cap', [shoes()], promotion({ action: { kind: 'line_percent', percent: half }, cap: [eur(1500)] }), [1500], 0],
    [
      'a budget that runs out',
      [shoes()],
      promotion({ action: { kind: 'line_percent', percent: half }, limits: { budget: eur(700) } }),
      [700],
      0,
    ],
    [
      'a floor price',
      [shirt({ quantity: 2, floorPrice: eur(1800) }), shoes()],
      promotion({ action: { kind: 'line_percent', percent: half } }),
      [400, 2500],
      0,
    ],
  ]
  for (const [what, lines, one, off, offDelivery] of table) {
    test(what, () => {
      const basket = price(lines, [one])
      assert.deepEqual(
        basket.lines.map(({ discounts }) => discounts.reduce((sum, { amount }) => sum + Number(amount.amount), 0)),
        off,
      )
      assert.equal(Number(basket.delivery?.discounts[0]?.amount.amount ?? 0n), offDelivery)
    })
  }
})

describe('why a promotion does not apply: the first condition that failed', () => {
  const ten = { kind: 'line_percent', percent: percent('10') } as const
  const aShirt = { kind: 'line_percent', percent: percent('10'), goods: { categories: ['shirts'] } } as const
  // why, promotion, sale, figures of the sentence
  const table: [string, Promotion, Partial<SaleToPrice>, Record<string, string | number>][] = [
    [
      'not_begun',
      promotion({ action: ten, from: new Date(NOW.getTime() + 1) }),
      {},
      { from: '2026-11-22T10:00:00.001Z' },
    ],
    ['ended', promotion({ action: ten, until: NOW }), {}, { until: '2026-11-22T10:00:00.000Z' }],
    ['coupon_not_entered', promotion({ action: ten, coupons: ['HELLO'] }), { coupons: ['HELL'] }, {}],
    ['used_up', promotion({ action: ten, limits: { uses: 0 } }), {}, {}],
    ['used_up_by_customer', promotion({ action: ten, limits: { usesOfCustomer: 0 } }), {}, {}],
    ['budget_spent', promotion({ action: ten, limits: { budget: eur(0) } }), {}, {}],
    [
      'subtotal_too_low',
      promotion({ action: ten, conditions: [{ kind: 'subtotal_at_least', amounts: [eur(2001)] }] }),
      {},
      { amount: '20.01', have: '20.00', missing: '0.01' },
    ],
    [
      'subtotal_too_high',
      promotion({ action: ten, conditions: [{ kind: 'subtotal_at_most', amounts: [eur(1999)] }] }),
      {},
      { amount: '19.99', have: '20.00' },
    ],
    [
      'other_currency',
      promotion({ action: ten, conditions: [{ kind: 'subtotal_at_least', amounts: [money(1, 'USD')] }] }),
      {},
      { currency: 'EUR' },
    ],
    [
      'other_currency',
      promotion({ action: { kind: 'order_amount', amounts: [money(50_000, 'IDR')] } }),
      {},
      { currency: 'EUR' },
    ],
    [
      'too_few_units',
      promotion({ action: ten, conditions: [{ kind: 'units_at_least', units: 3 }] }),
      {},
      { units: 3, have: 1, missing: 2 },
    ],
    [
      'other_customer_group',
      promotion({ action: ten, conditions: [{ kind: 'customer_group', groups: ['trade'] }] }),
      {},
      { groups: 'trade' },
    ],
    ['customer_not_known', promotion({ action: ten, conditions: [{ kind: 'nth_order', orders: [1] }] }), {}, {}],
    [
      'other_order',
      promotion({ action: ten, conditions: [{ kind: 'nth_order', orders: [1] }] }),
      { nthOrder: 2 },
      { orders: '1', nth: 2 },
    ],
    [
      'other_channel',
      promotion({ action: ten, conditions: [{ kind: 'channel', channels: ['pos'] }] }),
      {},
      { allowed: 'pos' },
    ],
    [
      'other_market',
      promotion({ action: ten, conditions: [{ kind: 'market', markets: ['es'] }] }),
      {},
      { allowed: 'es' },
    ],
    [
      'other_country',
      promotion({ action: ten, conditions: [{ kind: 'country', countries: ['ES'] }] }),
      {},
      { allowed: 'ES' },
    ],
    [
      'other_delivery_method',
      promotion({ action: ten, conditions: [{ kind: 'delivery_method', methods: ['pickup'] }] }),
      {},
      { allowed: 'pickup' },
    ],
    [
      'set_not_complete',
      promotion({ action: { kind: 'buy_get', buy: 2, get: 1, percent: all } }),
      {},
      { buy: 2, get: 1, units: 3, have: 1 },
    ],
    ['gift_not_in_basket', promotion({ action: { kind: 'gift', variant: 'mug', units: 1 } }), {}, { variant: 'mug' }],
    [
      'no_tier_reached',
      promotion({ action: { kind: 'order_tiers', tiers: [{ from: 2, off: { percent: half } }] } }),
      {},
      { units: 1 },
    ],
    ['gives_nothing', promotion({ action: { ...aShirt, goods: { categories: ['shoes'] } } }), {}, {}],
    ['gives_nothing', promotion({ action: { ...aShirt, goods: { collections: ['winter'] } } }), {}, {}],
  ]
  for (const [because, one, sale, params] of table) {
    test(`${because}: ${Object.values(params).join(', ')}`, () => {
      const basket = price([shirt()], [one], sale)
      const told = basket.reasons.filter(({ rule }) => rule === 'promotion')
      assert.equal(told.length, 1)
      assert.deepEqual([told[0]!.because, told[0]!.applied], [because, false])
      assert.deepEqual(plain(told[0]!.params), { promotion: 'P', ...params })
      assert.deepEqual(basket.total, eur(2590))
    })
  }

  test('one for a collection says on which line it applied, and of a basket without it that it gives nothing', () => {
    const winter = promotion({ code: 'WINTER', action: { ...ten, goods: { collections: ['winter'] } } })
    const told = (collections: readonly string[]) =>
      price([shirt({ collections }), shoes()], [winter]).reasons.flatMap(({ rule, line, applied, because, params }) =>
        rule === 'promotion' ? [{ line, applied, because, ...plain(params) }] : [],
      )
    assert.deepEqual(told(['summer', 'winter']), [
      { line: 0, applied: true, because: 'promotion', promotion: 'WINTER', saved: '2.00' },
      { line: null, applied: true, because: 'promotion', promotion: 'WINTER', saved: '2.00' },
    ])
    assert.deepEqual(told(['summer']), [{ line: null, applied: false, because: 'gives_nothing', promotion: 'WINTER' }])
  })

  test('the other side of each border applies', () => {
    for (const [one, sale] of [
      [promotion({ action: ten, from: NOW }), {}],
      [promotion({ action: ten, until: new Date(NOW.getTime() + 1) }), {}],
      [promotion({ action: ten, coupons: ['HELLO'] }), { coupons: [' hello '] }],
      [promotion({ action: ten, conditions: [{ kind: 'subtotal_at_least', amounts: [eur(2000)] }] }), {}],
      [promotion({ action: ten, conditions: [{ kind: 'subtotal_at_most', amounts: [eur(2000)] }] }), {}],
      [promotion({ action: ten, conditions: [{ kind: 'units_at_least', units: 1 }] }), {}],
      [promotion({ action: ten, conditions: [{ kind: 'nth_order', orders: [2] }] }), { nthOrder: 2 }],
    ] as const) {
      assert.deepEqual(price([shirt()], [one], sale).total, eur(2390))
    }
  })
})

describe('promotions beside each other', () => {
  const off = (code: string, text: string, more: Partial<Promotion> = {}) =>
    promotion({ code, action: { kind: 'line_percent', percent: percent(text) }, ...more })

  test('of one class the best for the customer applies, and the other says what it would have given', () => {
    const basket = price([shirt()], [off('TEN', '10'), off('FIFTH', '20')])
    assert.deepEqual(basket.discounts, [{ promotion: 'FIFTH', amount: eur(400) }])
    const lost = basket.reasons.find(({ because }) => because === 'better_of_its_class')
    assert.deepEqual(plain(lost!.params), { promotion: 'TEN', winner: 'FIFTH', gives: '2.00', winnerGives: '4.00' })
  })

  test('classes add up, the later from what the earlier left', () => {
    const basket = price([shirt()], [off('A', '10', { priority: 1 }), off('B', '50', { stackingClass: 'b' })])
    assert.deepEqual(basket.discounts, [
      { promotion: 'A', amount: eur(200) },
      { promotion: 'B', amount: eur(900) },
    ])
  })

  test('an exclusive one applies alone when the basket then costs less, else the others', () => {
    const others = [off('A', '10'), off('B', '20', { stackingClass: 'b' })]
    const strong = price([shirt()], [...others, off('ONE', '40', { exclusive: true })])
    assert.deepEqual(strong.discounts, [{ promotion: 'ONE', amount: eur(800) }])
    assert.equal(strong.reasons.filter(({ because }) => because === 'exclusive_one_is_better').length, 2)
    const weak = price([shirt()], [...others, off('ONE', '25', { exclusive: true })])
    assert.deepEqual(
      weak.discounts.map(({ promotion: code }) => code),
      ['A', 'B'],
    )
    assert.ok(
      weak.reasons.some(({ because, params }) => because === 'others_are_better' && params['promotion'] === 'ONE'),
    )
  })

  test('goods that a promotion makes cheaper may miss the free delivery', () => {
    const basket = price([shoes({ quantity: 2 })], [off('A', '10')])
    assert.deepEqual([basket.goods, basket.delivery?.total, basket.total], [eur(9000), eur(590), eur(9590)])
  })
})

function plain(params: Readonly<Record<string, string | number | Money>>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? toDecimal(value) : value]),
  )
}
