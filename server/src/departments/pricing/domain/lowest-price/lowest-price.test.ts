import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { currencyCode } from '../../../../kernel/currency.ts'
import { lowestBefore } from './lowest-price.ts'
import { shownPrices, type PastList, type PriceHistory, type Version } from './shown-prices.ts'

const DAY = 86_400_000
const TODAY = Date.parse('2026-11-22T12:00:00Z')
const ago = (days: number) => new Date(TODAY - days * DAY)
const euro = currencyCode('EUR')
const where = { currency: euro, market: 'it', channel: 'web' }

/** Usual prices, each from so many days ago until the next: amount, or amount/former. */
function usual(...steps: readonly (readonly [daysAgo: number, price: string | null])[]): PriceHistory['usual'] {
  return steps.flatMap(([daysAgo, price], index) => {
    if (price === null) return []
    const [amount, compareAt] = price.split('/')
    const next = steps[index + 1]
    return [
      {
        from: ago(daysAgo),
        until: next && ago(next[0]),
        what: { amount: BigInt(amount ?? 0), compareAt: compareAt === undefined ? undefined : BigInt(compareAt) },
      },
    ]
  })
}

interface Held {
  readonly activeFrom: number
  readonly activeUntil?: number
  readonly begins?: number
  readonly ends?: number
  readonly price?: number
  readonly percent?: number
  readonly announced?: boolean
  readonly markets?: string[]
}

function withLists(of: PriceHistory['usual'], ...held: readonly Held[]): PriceHistory {
  const lists = held.map((one, index): Version<PastList> => ({
    from: ago(one.activeFrom),
    until: one.activeUntil === undefined ? undefined : ago(one.activeUntil),
    what: {
      id: String(index),
      code: `L${index}`,
      names: {},
      currency: euro,
      priority: index,
      announced: one.announced ?? true,
      ...(one.markets && { markets: one.markets }),
      ...(one.begins !== undefined && { from: ago(one.begins) }),
      ...(one.ends !== undefined && { until: ago(one.ends) }),
      ...(one.percent !== undefined && {
        derivation: { ppm: BigInt(one.percent * 10_000), of: undefined, step: 1n, less: 0n },
      }),
    },
  }))
  const listPrices = held.flatMap(({ price, activeFrom }, index) =>
    price === undefined
      ? []
      : [{ from: ago(activeFrom), until: undefined, what: { listId: String(index), fine: BigInt(price) * 10_000n } }],
  )
  return { usual: of, lists, listPrices }
}

describe('the lowest price of the thirty days before a reduction', () => {
  const table: [string, PriceHistory, number | undefined][] = [
    ['nothing is reduced', withLists(usual([90, '1000'])), undefined],
    ['reduced from a steady price', withLists(usual([90, '1000'], [5, '800/1000'])), 1000],
    [
      'a lower price within thirty days',
      withLists(usual([90, '1000'], [20, '900'], [10, '1000'], [5, '800/1000'])),
      900,
    ],
    [
      'a lower price that ended thirty-one days before',
      withLists(usual([90, '900'], [36, '1000'], [5, '800/1000'])),
      1000,
    ],
    ['one that ended twenty-nine days before', withLists(usual([90, '900'], [34, '1000'], [5, '800/1000'])), 900],
    ['on sale for ten days only', withLists(usual([15, '1000'], [12, '950'], [5, '800/1000'])), 950],
    ['never sold before', withLists(usual([5, '800/1000'])), undefined],
    [
      'deepened step by step: before the first step',
      withLists(usual([90, '1000'], [20, '900/1000'], [9, '800/1000'], [2, '700/1000'])),
      1000,
    ],
    ['deepened for more than thirty days', withLists(usual([200, '1000'], [60, '900/1000'], [2, '700/1000'])), 1000],
    [
      'broken off between: the break is new',
      withLists(usual([90, '1000'], [20, '900/1000'], [9, '1000'], [2, '700/1000'])),
      900,
    ],
    ['made dearer between: a new reduction', withLists(usual([90, '1000'], [20, '700/1000'], [9, '800/1000'])), 700],
    ['off sale between counts for nothing', withLists(usual([90, '1000'], [20, null], [9, '800/1000'])), 1000],
    ['by a list', withLists(usual([90, '1000']), { activeFrom: 8, price: 750 }), 1000],
    [
      'by a list that has begun since',
      withLists(usual([90, '1000']), { activeFrom: 20, begins: 3, percent: -20 }),
      1000,
    ],
    [
      'by a list that has not begun',
      withLists(usual([90, '1000']), { activeFrom: 20, begins: -3, percent: -20 }),
      undefined,
    ],
    [
      'by a list that has ended',
      withLists(usual([90, '1000']), { activeFrom: 20, begins: 9, ends: 3, percent: -20 }),
      undefined,
    ],
    [
      'after another list had been lower',
      withLists(usual([90, '1000']), { activeFrom: 25, ends: 15, price: 600 }, { activeFrom: 5, price: 700 }),
      600,
    ],
    [
      'a quiet list counts, though it announces nothing',
      withLists(
        usual([90, '1000']),
        { activeFrom: 25, ends: 15, price: 650, announced: false },
        { activeFrom: 5, price: 700 },
      ),
      650,
    ],
    [
      'another market’s list',
      withLists(usual([90, '1000'], [5, '800/1000']), { activeFrom: 30, ends: 9, price: 1, markets: ['es'] }),
      1000,
    ],
    [
      'a list that was withdrawn',
      withLists(usual([90, '1000'], [5, '800/1000']), { activeFrom: 30, activeUntil: 12, price: 500 }),
      500,
    ],
  ]
  for (const [name, history, expected] of table) {
    test(name, () => {
      const lowest = lowestBefore(shownPrices(history, where, new Date(TODAY)))
      assert.equal(lowest && Number(lowest.amount), expected)
    })
  }

  test('whatever the history: as a look at every hour would find', () => {
    const step = fc.tuple(fc.integer({ min: 300, max: 1000 }), fc.boolean(), fc.integer({ min: 1, max: 20 * 24 }))
    const history = fc.array(step, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(history, (steps) => {
        let hoursAgo = steps.reduce((sum, [, , hours]) => sum + hours, 0)
        const versions = steps.map(([amount, reduced, hours], index) => {
          const from = ago(hoursAgo / 24)
          hoursAgo -= hours
          const what = { amount: BigInt(amount), compareAt: reduced ? 1001n : undefined }
          return { from, until: index === steps.length - 1 ? undefined : ago(hoursAgo / 24), what }
        })
        const lowest = lowestBefore(shownPrices(withLists(versions), where, new Date(TODAY)))
        assert.equal(lowest && Number(lowest.amount), naively(versions))
      }),
      { numRuns: 300, seed: 5 },
    )
  })
})

/** Hour by hour: back to where the reduction began, then thirty days more. */
function naively(versions: PriceHistory['usual']): number | undefined {
  const HOUR = 3_600_000
  const at = (time: number) =>
    versions.find(({ from, until }) => from.getTime() <= time && (!until || time < until.getTime()))?.what
  // In the middle of the hour, so that nothing depends on its edges.
  let time = TODAY - HOUR / 2
  let later = at(time)
  if (!later?.compareAt) return undefined
  for (;;) {
    const earlier = at(time - HOUR)
    if (!earlier?.compareAt || earlier.amount < later.amount) break
    later = earlier
    time -= HOUR
  }
  let lowest: number | undefined
  for (let hour = 1; hour <= 30 * 24; hour += 1) {
    const amount = at(time - hour * HOUR)?.amount
    if (amount !== undefined && (lowest === undefined || Number(amount) < lowest)) lowest = Number(amount)
  }
  return lowest
}
