import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { currencyCode } from '../../../../kernel/currency.ts'
import { money, sum } from '../../../../kernel/money.ts'
import { percent } from '../../../../kernel/rate.ts'
import { anyBundledSnapshot } from '../../testing/any-bundles.ts'
import { naiveShares } from '../../testing/naive-bundles.ts'
import { priceBasket } from '../price-basket.ts'
import type { LineToPrice, PriceSnapshot } from '../price-snapshot.ts'
import type { PricedBasket } from '../priced-basket.ts'
import type { Promotion } from '../promotions/promotion.ts'
import type { BundlePrice, BundlePromotions, ComponentToPrice } from './bundle-to-price.ts'
import { openBundles } from './open-bundles.ts'

const runs = {
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 800),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
}
const eur = (cents: number) => money(cents, 'EUR')

function component(variantId: string, price: number, more: Partial<ComponentToPrice> = {}): ComponentToPrice {
  return {
    variantId,
    quantity: 1,
    unitPrice: eur(price),
    compareAt: undefined,
    taxCategory: 'standard',
    sellable: true,
    ...more,
  }
}

interface Box {
  readonly price?: BundlePrice
  readonly own?: number
  readonly quantity?: number
  readonly promotions?: BundlePromotions
}

function box(
  components: readonly ComponentToPrice[],
  { price = { way: 'own' }, own, quantity = 1, promotions = 'included' }: Box,
) {
  const line: LineToPrice = {
    variantId: 'box',
    quantity,
    unitPrice: own === undefined ? undefined : eur(own),
    compareAt: undefined,
    taxCategory: 'standard',
    sellable: true,
    bundle: { price, promotions, components },
  }
  return line
}

function aSnapshot(lines: readonly LineToPrice[], promotions: readonly Promotion[] = []): PriceSnapshot {
  return {
    market: { code: 'it', currency: currencyCode('EUR'), pricesIncludeTax: true },
    country: 'IT',
    lines,
    delivery: undefined,
    taxRates: new Map([
      ['standard', percent('22')],
      ['books', percent('4')],
    ]),
    sale: {
      now: new Date('2026-11-22T10:00:00Z'),
      channel: 'web',
      customerGroups: [],
      nthOrder: undefined,
      coupons: [],
      promotions,
    },
  }
}

function priced(snapshot: PriceSnapshot): PricedBasket {
  const result = priceBasket(snapshot)
  assert.ok(result.ok, result.ok ? '' : result.refusal.code)
  return result.value
}

const tenth = { way: 'percent_off', percent: percent('10') } as const
const off = (cents: number) => ({ way: 'amount_off', amount: eur(cents) }) as const

describe('what a component bears of its bundle', () => {
  // what, components, box -> shares in the order of the components
  const table: [string, ComponentToPrice[], Box, number[]][] = [
    ['its own price, by what each costs', [component('a', 1000), component('b', 3000)], { own: 2000 }, [500, 1500]],
    ['odd cents to the largest remainder', [component('a', 100), component('b', 200)], { own: 100 }, [33, 67]],
    ['equals: to the variant that sorts first', [component('b', 100), component('a', 100)], { own: 101 }, [50, 51]],
    ['ten per cent off the sum', [component('a', 999), component('b', 999)], { price: tenth }, [899, 899]],
    ['an amount off the sum', [component('a', 1000), component('b', 500)], { price: off(300) }, [800, 400]],
    ['more off than it costs is nothing', [component('a', 1000), component('b', 500)], { price: off(1501) }, [0, 0]],
    ['nothing costs anything: in equal parts', [component('a', 0), component('b', 0)], { own: 101 }, [51, 50]],
    ['pieces weigh', [component('a', 100, { quantity: 3 }), component('b', 100)], { own: 200 }, [150, 50]],
    ['several bundles at once', [component('a', 100), component('b', 200)], { own: 100, quantity: 3 }, [100, 200]],
    [
      'a surcharge is borne where it arises',
      [component('a', 1000, { surcharge: eur(70), quantity: 2 }), component('b', 2000)],
      { own: 2000, quantity: 2 },
      [2280, 2000],
    ],
    [
      'chosen twice is one component',
      [component('a', 1000, { surcharge: eur(70) }), component('a', 1000), component('b', 2000)],
      { own: 2000 },
      [1070, 1000],
    ],
  ]
  for (const [what, components, how, shares] of table) {
    test(what, () => {
      const { lines, bundles } = priced(aSnapshot([box(components, how)]))
      assert.deepEqual(
        lines.map(({ subtotal }) => Number(subtotal.amount)),
        shares,
      )
      assert.equal(
        Number(bundles[0]?.subtotal.amount),
        shares.reduce((all, one) => all + one, 0),
      )
    })
  }

  test('each is taxed by its own category, and the same goods beside it stay what they are', () => {
    const basket = priced(
      aSnapshot([
        { ...box([component('a', 1000), component('c', 1000, { taxCategory: 'books' })], { own: 1000 }) },
        { ...component('a', 1000) },
      ]),
    )
    assert.deepEqual(
      basket.lines.map(({ variantId, total, tax, share }) => [
        variantId,
        Number(total.amount),
        Number(tax.amount),
        share?.bundle ?? null,
      ]),
      [
        ['a', 500, 90, 0],
        ['c', 500, 19, 0],
        ['a', 1000, 180, null],
      ],
    )
    assert.deepEqual(
      basket.bundles.map(({ line, components, own, total, tax }) => [line, components, own, total, tax]),
      [[0, [0, 1], eur(2000), eur(1000), eur(109)]],
    )
  })

  test('promotions take their part of a share, or leave the bundle alone and say so', () => {
    const tenOff: Promotion = {
      code: 'TEN',
      names: {},
      conditions: [],
      action: { kind: 'order_percent', percent: percent('10') },
      priority: 0,
      stackingClass: 'a',
      exclusive: false,
    }
    const components = [component('a', 1000), component('b', 1000)]
    const included = priced(aSnapshot([box(components, { own: 1000 }), component('a', 1000)], [tenOff]))
    assert.deepEqual(
      included.lines.map(({ total }) => Number(total.amount)),
      [450, 450, 900],
    )
    const excluded = priced(
      aSnapshot([box(components, { own: 1000, promotions: 'excluded' }), component('a', 1000)], [tenOff]),
    )
    assert.deepEqual(
      excluded.lines.map(({ total }) => Number(total.amount)),
      [500, 500, 900],
    )
    const told = excluded.reasons
      .filter(({ rule }) => rule === 'bundle')
      .map(({ because, line }) => `${because} ${line}`)
    assert.deepEqual(told, [
      'share_of_bundle 0',
      'bundle_without_promotions 0',
      'share_of_bundle 1',
      'bundle_without_promotions 1',
    ])
  })

  // what is wrong -> code; the field is the line of the basket, whatever bundles stand before it
  const refusals: [string, LineToPrice, string][] = [
    ['no price of its own', box([component('a', 100)], {}), 'pricing.no_price'],
    ['a component without price', box([component('a', 100, { unitPrice: undefined })], { own: 5 }), 'pricing.no_price'],
    ['nothing in it', box([], { own: 5 }), 'pricing.no_price'],
    ['not for sale', box([component('a', 1, { sellable: false })], { own: 5 }), 'pricing.variant_not_for_sale'],
    ['unknown tax', box([component('a', 100, { taxCategory: 'x' })], { own: 5 }), 'pricing.no_tax_rate'],
  ]
  for (const [what, line, code] of refusals) {
    test(`${what} is refused as ${code}`, () => {
      const before = box([component('a', 100), component('b', 100)], { own: 100 })
      const result = priceBasket(aSnapshot([before, line]))
      assert.ok(!result.ok)
      assert.equal(result.refusal.code, code)
      assert.equal(result.refusal.field, 'lines.1')
    })
  }
})

describe('bundles, whatever the basket', () => {
  test('a second implementation shares out the same', () => {
    fc.assert(
      fc.property(anyBundledSnapshot, ({ sale, ...snapshot }) => {
        const { priceLists: _lists, ...rest } = sale!
        const bare = { ...snapshot, sale: rest }
        const opened = openBundles(bare).lines
        for (const [index, line] of bare.lines.entries()) {
          if (!line.bundle) continue
          const ours = opened.filter(({ share }) => share?.bundle === index)
          assert.deepEqual(
            ours
              .map(({ variantId, quantity, share }) => ({
                variantId,
                pieces: BigInt(quantity),
                amount: share!.amount.amount,
              }))
              .sort((a, b) => (a.variantId < b.variantId ? -1 : 1)),
            naiveShares(line.bundle, line.unitPrice!.amount, BigInt(line.quantity)),
          )
        }
      }),
      runs,
    )
  })

  test('shares sum to the bundle, parts sum to the whole, and nothing is negative', () => {
    fc.assert(
      fc.property(anyBundledSnapshot, (snapshot) => {
        const { currency } = snapshot.market
        const basket = priced(snapshot)
        assert.equal(basket.bundles.length, snapshot.lines.filter(({ bundle }) => bundle).length)
        for (const { components, subtotal, net, tax, total } of basket.bundles) {
          const lines = components.map((index) => basket.lines[index]!)
          const of = (amount: 'subtotal' | 'net' | 'tax' | 'total') =>
            sum(
              lines.map((line) => line[amount]),
              currency,
            )
          assert.deepEqual([of('subtotal'), of('net'), of('tax'), of('total')], [subtotal, net, tax, total])
        }
        for (const { subtotal, net, tax, total, discounts, share } of basket.lines) {
          assert.ok(subtotal.amount >= 0n && net.amount >= 0n && tax.amount >= 0n)
          assert.equal(net.amount + tax.amount, total.amount)
          if (share?.promotions === 'excluded') assert.equal(discounts.length, 0)
        }
        const parts = [...basket.lines, ...(basket.delivery ? [basket.delivery] : [])]
        assert.deepEqual(
          sum(
            parts.map(({ total }) => total),
            currency,
          ),
          basket.total,
        )
      }),
      runs,
    )
  })

  test('neither the order of lines nor that of components changes anything', () => {
    const shuffled = anyBundledSnapshot.chain((snapshot) =>
      fc.record({
        snapshot: fc.constant(snapshot),
        lines: fc.shuffledSubarray([...snapshot.lines], { minLength: snapshot.lines.length }),
      }),
    )
    const bare = (basket: PricedBasket) =>
      basket.lines
        .map(({ variantId, quantity, total, net, share }) => [
          share?.variantId ?? '',
          variantId,
          quantity,
          total.amount,
          net.amount,
        ])
        .map(String)
        .sort()
    fc.assert(
      fc.property(shuffled, ({ snapshot, lines }) => {
        const turned = lines.map((line) =>
          line.bundle ? { ...line, bundle: { ...line.bundle, components: line.bundle.components.toReversed() } } : line,
        )
        const one = priced(snapshot)
        const other = priced({ ...snapshot, lines: turned })
        assert.deepEqual(bare(one), bare(other))
        assert.deepEqual([one.discounts, one.delivery, one.total], [other.discounts, other.delivery, other.total])
      }),
      runs,
    )
  })
})
