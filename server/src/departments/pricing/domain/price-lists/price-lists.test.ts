import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { currencyCode } from '../../../../kernel/currency.ts'
import { money, type Money } from '../../../../kernel/money.ts'
import { percent } from '../../../../kernel/rate.ts'
import { instantOf } from '../../../../kernel/time.ts'
import { anyListedSnapshot } from '../../testing/any-price-lists.ts'
import { naiveListPrice } from '../../testing/naive-price-lists.ts'
import { priceBasket } from '../price-basket.ts'
import type { PriceSnapshot } from '../price-snapshot.ts'
import type { PricedBasket } from '../priced-basket.ts'
import { derivePrice } from './derive-price.ts'
import { fineText, parseFine, readPriceLists, type PriceListJson } from './price-list-json.ts'
import { soundDraft, type PriceListDraft } from './price-list-draft.ts'
import { withListPrices } from './with-list-prices.ts'

const euro = currencyCode('EUR')
const eur = (amount: number): Money => money(amount, 'EUR')
const NOW = new Date('2026-11-22T10:00:00Z')

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.code)
  return result.value
}

interface Case {
  readonly lists: readonly PriceListJson[]
  readonly quantity?: number
  readonly usual?: number | null
  readonly sale?: Partial<NonNullable<PriceSnapshot['sale']>>
  readonly market?: Partial<PriceSnapshot['market']>
}

function price({ lists, quantity = 1, usual = 1000, sale = {}, market = {} }: Case): PricedBasket {
  const snapshot: PriceSnapshot = {
    market: { code: 'it', currency: euro, pricesIncludeTax: true, ...market },
    country: 'IT',
    lines: [
      {
        variantId: 'screw',
        quantity,
        unitPrice: usual === null ? undefined : eur(usual),
        compareAt: undefined,
        taxCategory: 'standard',
        sellable: true,
      },
    ],
    delivery: undefined,
    taxRates: new Map([['standard', percent('22')]]),
    sale: {
      now: NOW,
      channel: 'web',
      customerGroups: [],
      nthOrder: undefined,
      coupons: [],
      promotions: [],
      priceLists: must(readPriceLists(lists, euro)),
      ...sale,
    },
  }
  return must(priceBasket(snapshot))
}

/** What a line comes to, and every list with what became of it. */
function told(one: Case): string {
  const { lines, reasons } = price(one)
  const lists = reasons
    .filter(({ rule }) => rule === 'price_list')
    .map(
      ({ applied, because, params }) => `${String(params['list'])}:${applied ? 'yes' : because.replace('list_', '')}`,
    )
  return [String(lines[0]?.subtotal.amount), ...lists].join(' ')
}

const flat = (code: string, text: string, more: Partial<PriceListJson> = {}): PriceListJson => ({
  code,
  prices: [{ variantId: 'screw', price: text }],
  ...more,
})
const tiered = flat('T', '9', {
  prices: [
    { variantId: 'screw', price: '0.0125', from: 100 },
    { variantId: 'screw', price: '0.02', from: 10 },
  ],
})

describe('which list gives the price', () => {
  const table: [string, Case, string][] = [
    ['none: the usual price', { lists: [] }, '1000'],
    ['the only one', { lists: [flat('A', '9.50')] }, '950 A:yes'],
    ['the higher priority', { lists: [flat('A', '9'), flat('B', '8', { priority: 1 })] }, '800 B:yes A:outranked'],
    ['of equal ones the code', { lists: [flat('B', '8'), flat('A', '9')] }, '900 A:yes B:outranked'],
    [
      'not a dearer one by chance',
      { lists: [flat('A', '12', { priority: 1 }), flat('B', '8')] },
      '1200 A:yes B:outranked',
    ],
    ['another market', { lists: [flat('A', '9', { markets: ['es'] })] }, '1000 A:other_market'],
    ['another channel', { lists: [flat('A', '9', { channels: ['phone'] })] }, '1000 A:other_channel'],
    ['another group', { lists: [flat('A', '9', { groups: ['trade'] })] }, '1000 A:other_group'],
    [
      'one’s own group',
      { lists: [flat('A', '9', { groups: ['trade'] })], sale: { customerGroups: ['x', 'trade'] } },
      '900 A:yes',
    ],
    ['no company', { lists: [flat('A', '9', { companies: ['acme'] })] }, '1000 A:other_company'],
    ['the company', { lists: [flat('A', '9', { companies: ['acme'] })], sale: { company: 'acme' } }, '900 A:yes'],
    ['another currency', { lists: [flat('A', '9', { currency: 'USD' })] }, '1000 A:other_currency'],
    ['a second before it begins', { lists: [flat('A', '9', { from: '2026-11-22T10:00:01Z' })] }, '1000 A:not_begun'],
    ['in its first instant', { lists: [flat('A', '9', { from: '2026-11-22T10:00:00Z' })] }, '900 A:yes'],
    ['in its last second', { lists: [flat('A', '9', { until: '2026-11-22T10:00:01Z' })] }, '900 A:yes'],
    ['when it has ended', { lists: [flat('A', '9', { until: '2026-11-22T10:00:00Z' })] }, '1000 A:ended'],
    ['nothing of this', { lists: [{ code: 'A', prices: [{ variantId: 'nail', price: '9' }] }] }, '1000 A:without_this'],
    ['below the first tier', { lists: [tiered], quantity: 9 }, '9000 T:from_quantity'],
    ['first tier', { lists: [tiered], quantity: 10 }, '20 T:yes'],
    ['below the second tier', { lists: [tiered], quantity: 99 }, '198 T:yes'],
    // 100 x 0.0125 is 1.25 to the cent; 101 x 0.0125 is 1.2625, and rounds once.
    ['finer than a cent', { lists: [tiered], quantity: 100 }, '125 T:yes'],
    ['rounded at the line', { lists: [tiered], quantity: 101 }, '126 T:yes'],
    ['rounded at the unit', { lists: [tiered], quantity: 101, market: { roundPrices: 'unit' } }, '101 T:yes'],
    [
      'where a list has no tier for so few, the next',
      { lists: [{ ...tiered, priority: 9 }, flat('A', '9')], quantity: 5 },
      '4500 A:yes T:from_quantity',
    ],
    ['derived from the usual price', { lists: [{ code: 'D', derivation: { change: '-10' } }] }, '900 D:yes'],
    ['to .99', { lists: [{ code: 'D', derivation: { change: '-10', step: 100, less: 1 } }] }, '899 D:yes'],
    [
      'the nearest .99, upwards',
      { lists: [{ code: 'D', derivation: { change: '-5', step: 100, less: 1 } }] },
      '999 D:yes',
    ],
    ['dearer', { lists: [{ code: 'D', derivation: { change: '12.5' } }] }, '1125 D:yes'],
    [
      'without a usual price',
      { lists: [{ code: 'D', derivation: { change: '-10' } }, flat('E', '7')], usual: null },
      '700 E:yes D:without_this',
    ],
    [
      'derived from a list that is not for them',
      { lists: [flat('A', '6', { groups: ['trade'] }), { code: 'D', derivation: { change: '10', of: 'A' } }] },
      '660 D:yes A:other_group',
    ],
    [
      'its own price before what is derived',
      { lists: [flat('D', '5.55', { derivation: { change: '-10' } })] },
      '555 D:yes',
    ],
  ]
  for (const [name, given, verdict] of table) test(name, () => assert.equal(told(given), verdict))

  test('an announced list shows the usual price as the former one, where it is lower', () => {
    const line = (list: PriceListJson) => price({ lists: [list] }).lines[0]?.compareAt?.amount
    assert.equal(line(flat('A', '9', { announced: true })), 1000n)
    assert.equal(line(flat('A', '11', { announced: true })), undefined)
    assert.equal(line(flat('A', '9')), undefined)
  })

  test('a reason tells the exact price', () => {
    const [reason] = price({ lists: [tiered], quantity: 100 }).reasons
    assert.deepEqual(
      [reason?.because, reason?.params],
      ['exact_price_of_list', { list: 'T', quantity: 100, tier: 100, price: '0.0125', currency: 'EUR' }],
    )
  })
})

describe('a list that begins at midnight of Rome', () => {
  const draft: PriceListDraft = {
    code: 'X',
    names: {},
    currency: 'EUR',
    priority: 0,
    markets: [],
    channels: [],
    groups: [],
    companies: [],
    announced: false,
    zone: 'Europe/Rome',
    begins: null,
    ends: null,
    derivation: null,
  }
  // The day on which clocks go forward, the day after, and the same in autumn.
  for (const [day, instant] of [
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ] as const) {
    test(`on ${day}`, () => {
      const { beginsAt } = must(soundDraft({ ...draft, begins: `${day}T00:00:00` }, undefined))
      assert.equal(beginsAt?.toISOString(), instant)
      const list = flat('X', '9', { from: instant })
      const at = (now: number) => told({ lists: [list], sale: { now: new Date(now) } })
      const begins = instantOf(`${day}T00:00`, 'Europe/Rome')!.getTime()
      assert.equal(at(begins - 1), '1000 X:not_begun')
      assert.equal(at(begins), '900 X:yes')
    })
  }
})

test('prices as text and back, to four places beyond the minor unit', () => {
  const table: [string, string, bigint | undefined, string?][] = [
    ['0.0125', 'EUR', 12_500n, '0.0125'],
    ['9', 'EUR', 9_000_000n, '9.00'],
    ['9.5', 'EUR', 9_500_000n, '9.50'],
    ['0.000001', 'EUR', 1n, '0.000001'],
    ['0.0000010', 'EUR', 1n, '0.000001'],
    ['0.0000001', 'EUR', undefined],
    ['120.5', 'JPY', 1_205_000n, '120.5'],
    ['0.0000001', 'KWD', 1n, '0.0000001'],
    ['-1', 'EUR', undefined],
    ['1,5', 'EUR', undefined],
  ]
  for (const [text, currency, fine, back] of table) {
    const code = currencyCode(currency)
    assert.equal(parseFine(text, code), fine, text)
    if (fine !== undefined) assert.equal(fineText(fine, code), back, text)
  }
})

describe('price lists, whatever the basket', () => {
  const runs = {
    numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 1500),
    seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
  }

  test('a second implementation comes to the same prices', () => {
    let given = 0
    fc.assert(
      fc.property(anyListedSnapshot, (snapshot) => {
        for (const [index, line] of withListPrices(snapshot).lines.entries()) {
          const { choice } = line.listed ?? {}
          const theirs = naiveListPrice(snapshot, snapshot.lines[index]!)
          assert.deepEqual(choice && { list: choice.list.code, fine: choice.price }, theirs)
          if (theirs) given += 1
        }
      }),
      runs,
    )
    assert.ok(given > runs.numRuns / 2, `lists gave a price only ${given} times`)
  })

  test('neither the order of lists nor that of lines changes anything', () => {
    const shuffled = anyListedSnapshot.chain((snapshot) =>
      fc.record({
        snapshot: fc.constant(snapshot),
        lists: fc.shuffledSubarray([...snapshot.sale!.priceLists!], { minLength: snapshot.sale!.priceLists!.length }),
        lines: fc.shuffledSubarray([...snapshot.lines], { minLength: snapshot.lines.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ snapshot, lists, lines }) => {
        const one = must(priceBasket(snapshot))
        const other = must(priceBasket({ ...snapshot, lines, sale: { ...snapshot.sale!, priceLists: lists } }))
        const byVariant = (basket: PricedBasket) =>
          [...basket.lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
        assert.deepEqual(byVariant(one), byVariant(other))
        assert.deepEqual([one.discounts, one.total], [other.discounts, other.total])
      }),
      runs,
    )
  })

  test('a change by percentage never turns two prices round', () => {
    const fine = fc.integer({ min: 0, max: 100_000_000 }).map(BigInt)
    const change = fc.record({
      ppm: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(BigInt),
      ending: fc.constantFrom([1n, 0n], [100n, 1n], [1000n, 10n], [50n, 5n]),
    })
    fc.assert(
      fc.property(fine, fine, change, (a, b, { ppm, ending: [step = 1n, less = 0n] }) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        assert.ok(derivePrice(low, { ppm, step, less }) <= derivePrice(high, { ppm, step, less }))
      }),
      runs,
    )
  })
})
