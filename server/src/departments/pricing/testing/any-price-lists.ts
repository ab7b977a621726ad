import fc from 'fast-check'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import type { Derivation, ListTier, PriceList } from '../domain/price-lists/price-list.ts'
import type { PriceSnapshot } from '../domain/price-snapshot.ts'
import { anySnapshot } from './any-basket.ts'

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const VARIANTS = ['v0', 'v1', 'v2', 'v3']
const CODES = ['A', 'B', 'C', 'D', 'E']

const tiers: fc.Arbitrary<ListTier[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 3 })
  .chain((froms) =>
    fc
      .array(
        fc.oneof(
          fc.integer({ min: 0, max: 50_000 }),
          fc.integer({ min: 0, max: 900 }).map((one) => one * 10_000),
        ),
        {
          minLength: froms.length,
          maxLength: froms.length,
        },
      )
      .map((prices) => froms.sort((a, b) => a - b).map((from, index) => ({ from, price: BigInt(prices[index] ?? 0) }))),
  )

const derivation: fc.Arbitrary<Derivation> = fc
  .record({
    ppm: fc.oneof(fc.constantFrom(-100_000, -1_000_000, 250_000), fc.integer({ min: -999_999, max: 500_000 })),
    of: fc.constantFrom(undefined, undefined, 'A', 'B'),
    ending: fc.constantFrom([1, 0], [100, 1], [100, 5], [10, 0], [1000, 10], [5, 0], [10, 7]),
  })
  .map(({ ppm, of, ending: [step = 1, less = 0] }) => ({
    ppm: BigInt(ppm),
    of,
    step: BigInt(step),
    less: BigInt(less),
  }))

/** A and B have prices of their own; others may be derived from them. */
function listsOf(currency: CurrencyCode): fc.Arbitrary<PriceList[]> {
  const list = fc.record({
    priority: fc.integer({ min: 0, max: 2 }),
    markets: some(fc.subarray(['it', 'es'], { minLength: 1 })),
    channels: some(fc.subarray(['web', 'phone'], { minLength: 1 })),
    groups: fc.constantFrom(undefined, undefined, ['trade'], ['staff', 'trade']),
    companies: fc.constantFrom(undefined, undefined, undefined, ['acme']),
    from: some(fc.constantFrom(new Date('2026-11-22T10:00:00Z'), new Date('2026-11-22T10:00:01Z'))),
    until: some(fc.constantFrom(new Date('2026-11-22T10:00:00Z'), new Date('2026-11-23T10:00:00Z'))),
    announced: some(fc.boolean()),
    derivation: some(derivation),
    prices: fc.dictionary(fc.constantFrom(...VARIANTS), tiers),
    otherCurrency: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  })
  return fc.array(list, { minLength: 1, maxLength: 5 }).map((lists) =>
    lists.map(({ prices, derivation: derived, otherCurrency, ...rest }, index) => {
      const said = Object.entries(rest).filter(([, value]) => value !== undefined)
      return {
        ...(Object.fromEntries(said) as typeof rest),
        code: CODES[index] ?? 'Z',
        names: {},
        currency: (otherCurrency ? 'USD' : currency) as CurrencyCode,
        ...(derived && index > 1 && { derivation: derived }),
        prices: new Map(Object.entries(prices)),
      } as PriceList
    }),
  )
}

/** Any basket under any lists. */
export const anyListedSnapshot: fc.Arbitrary<PriceSnapshot> = anySnapshot.chain((snapshot) =>
  fc
    .record({ priceLists: listsOf(snapshot.market.currency), company: fc.constantFrom(undefined, 'acme') })
    .map(({ priceLists, company }) => ({
      ...snapshot,
      sale: { ...snapshot.sale!, priceLists, ...(company !== undefined && { company }) },
    })),
)
