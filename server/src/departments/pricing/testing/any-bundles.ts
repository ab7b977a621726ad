import fc from 'fast-check'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { money } from '../../../kernel/money.ts'
import { percentFromPpm } from '../../../kernel/rate.ts'
import type { BundlePrice, BundleToPrice, ComponentToPrice } from '../domain/bundles/bundle-to-price.ts'
import type { LineToPrice, PriceSnapshot } from '../domain/price-snapshot.ts'
import { anyListedSnapshot } from './any-price-lists.ts'

function componentsOf(currency: CurrencyCode): fc.Arbitrary<ComponentToPrice[]> {
  const component = fc.record({
    // The same variants as lines and other bundles, so that they meet.
    variantId: fc.constantFrom('v0', 'v1', 'v2', 'c0', 'c1', 'c2'),
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 30_000 })),
    taxCategory: fc.constantFrom('standard', 'books'),
    surcharge: fc.constantFrom(0, 0, 0, 7, 250),
  })
  return fc.array(component, { minLength: 1, maxLength: 5 }).map((components) =>
    components.map(({ price: _price, surcharge, ...rest }, _, all) => ({
      ...rest,
      // One variant is one thing: at one price, of one class of tax.
      ...same(all, rest.variantId, currency),
      compareAt: undefined,
      sellable: true,
      productId: `of ${rest.variantId}`,
      categories: ['shirts'],
      ...(surcharge > 0 && { surcharge: money(surcharge, currency) }),
    })),
  )
}

interface Raw {
  readonly variantId: string
  readonly price: number
  readonly taxCategory: string
}

function same(all: readonly Raw[], variantId: string, currency: CurrencyCode) {
  const first = all.find((one) => one.variantId === variantId)!
  return { unitPrice: money(first.price, currency), taxCategory: first.taxCategory }
}

function bundlesOf(currency: CurrencyCode): fc.Arbitrary<LineToPrice[]> {
  const price = fc.oneof<fc.Arbitrary<BundlePrice>[]>(
    fc.constant({ way: 'own' }),
    fc.integer({ min: 0, max: 1_000_000 }).map((ppm) => ({ way: 'percent_off', percent: percentFromPpm(ppm) })),
    fc.integer({ min: 0, max: 20_000 }).map((amount) => ({ way: 'amount_off', amount: money(amount, currency) })),
  )
  const bundle: fc.Arbitrary<BundleToPrice> = fc.record({
    price,
    promotions: fc.constantFrom('included', 'excluded'),
    components: componentsOf(currency),
  })
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 5 }),
    own: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 30_000 })),
    bundle,
  })
  return fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) =>
    lines.map(({ own, ...rest }, index) => ({
      ...rest,
      variantId: `b${index}`,
      unitPrice: money(own, currency),
      compareAt: undefined,
      taxCategory: 'standard',
      sellable: true,
    })),
  )
}

/** Any basket under any lists, with bundles among its lines. */
export const anyBundledSnapshot: fc.Arbitrary<PriceSnapshot> = anyListedSnapshot.chain((snapshot) =>
  bundlesOf(snapshot.market.currency).map((bundles) => ({ ...snapshot, lines: [...snapshot.lines, ...bundles] })),
)
